// What a score says: the sentence, the line or the tables, what is disputed, and what it must not be read as.
import type { Answers, Dispute, Result, Score } from "../../clinical/score.ts";
import { Citation } from "../../player/citation.tsx";
import { DataTable } from "../frame/data-table.tsx";
import type { Data } from "./data.ts";
import { Scale } from "./scale.tsx";
import { answerWords, headline, spanWords } from "./words.ts";

interface Props {
  readonly data: Data;
  readonly answers: Answers;
  readonly result: Result;
  /** What the last answer changed; empty if nothing. */
  readonly moved: string;
}

export function ResultView({ data, answers, result, moved }: Props) {
  const { score } = data;
  const isPoints = !(score.rules || score.formula || score.series);
  const group = score.outcomes.find(
    ({ id }) => result.outcomes.length === 1 && id === result.outcomes[0],
  )?.group;
  return (
    <div class="rf-score-result">
      <p class="rf-score-headline">
        <strong>{headline(score, result)}</strong>
        {group && ` People count it as: ${group}.`}
      </p>
      {moved && <p class="rf-score-moved">{moved}</p>}
      {score.formula && result.missing.length > 0 && (
        <p class="rf-score-note">What is not known is taken as anything that can be typed there.</p>
      )}
      {result.disputes.map((dispute) => (
        <Disputed key={dispute.say} {...dispute} />
      ))}
      {result.agree === false && (
        <Disputed
          say="Published tables answer this differently. Say which one you used."
          evidence={data.evidence}
        />
      )}
      {result.feeds && data.feeds && (
        <p>
          In “{data.feeds.score}” it answers {data.feeds.component}: {data.feeds.levels[result.feeds]}.
        </p>
      )}
      {isPoints && <Scale score={score} result={result} />}
      {score.series && <SeriesTable title={data.title} score={score} result={result} />}
      {isPoints && (
        <details>
          <summary>Points, question by question</summary>
          <DataTable
            caption={`${data.title}: points, question by question`}
            head={["Question", "Answer", "Points"]}
            rows={score.questions.map((question) => [
              question.label,
              answerWords(question, answers),
              spanWords(result.parts[question.id] ?? [0, 0]),
            ])}
          />
        </details>
      )}
    </div>
  );
}

function Disputed({ say, evidence }: Dispute) {
  return (
    <p class="rf-score-open">
      <b>Disputed.</b> {say}{" "}
      {evidence.map((entry) => (
        <Citation key={entry} entry={entry} text="" />
      ))}
    </p>
  );
}

interface SeriesProps {
  readonly title: string;
  readonly score: Score;
  readonly result: Result;
}

function SeriesTable({ title, score, result }: SeriesProps) {
  const unit = score.unit ?? "";
  return (
    <DataTable
      caption={`${title}: what each table says`}
      head={["Table", "Says"]}
      rows={(score.series ?? []).map(({ id, label }) => [
        label,
        `${spanWords(result.series[id] ?? [0, 0])}${unit}`,
      ])}
    />
  );
}
