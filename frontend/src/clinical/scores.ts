// Scores as data: one small engine for every file of book/scores/; the twin of redflags/clinical/scores.py.
import { compute } from "./formula.ts";
import type { Answer, Answers, Outcome, Question, Result, Rule, Score, Span } from "./score.ts";

/** An answer that the score doesn't have. */
export class ScoreError extends Error {}

/** What the four ways of a score fill in. */
type Found = Partial<Pick<Result, "total" | "parts" | "outcomes" | "series" | "agree">>;

/** What a score says of some answers; what is left out, or null, is not answered yet and may be anything. */
export function evaluate(score: Score, answers: Answers): Result {
  const asked = score.questions.map((question) => question.id);
  const unknown = Object.keys(answers).find((name) => !asked.includes(name));
  if (unknown !== undefined) throw new ScoreError(`${score.name} doesn't ask \`${unknown}\``);
  const given = new Map(
    score.questions.map((question) => [question.id, checked(question, answers[question.id] ?? null)]),
  );
  const disputes = score.questions.flatMap((question) =>
    choicesOf(question).flatMap(({ id, dispute }) =>
      id === given.get(question.id) && dispute ? [dispute] : [],
    ),
  );
  const result: Result = {
    missing: asked.filter((name) => given.get(name) === null),
    total: null,
    parts: {},
    outcomes: [],
    series: {},
    agree: null,
    disputes,
    feeds: null,
    ...find(score, given),
  };
  const only = result.outcomes.length === 1 && score.outcomes.find(({ id }) => id === result.outcomes[0]);
  if (!only) return result;
  return {
    ...result,
    disputes: only.dispute ? [...disputes, only.dispute] : disputes,
    feeds: score.feeds?.levels[only.id] ?? null,
  };
}

type Given = ReadonlyMap<string, Answer>;

function find(score: Score, given: Given): Found {
  if (score.rules) return { outcomes: decide(score, score.rules, given) };
  if (score.formula) return byFormula(score, score.formula, given);
  if (score.series) return bySeries(score, score.series, given);
  return byPoints(score, given);
}

function choicesOf(question: Question) {
  return "choices" in question ? question.choices : [];
}

function checked(question: Question, answer: Answer): Answer {
  if (answer === null) return null;
  const refused = () => new ScoreError(`\`${question.id}\` has no answer ${JSON.stringify(answer)}`);
  if ("choices" in question) {
    if (!question.choices.some(({ id }) => id === answer)) throw refused();
    return answer;
  }
  const { min, max, step, whole } = question;
  if (typeof answer !== "number" || !(answer >= min && answer <= max)) throw refused();
  if (whole && (answer - min) % step !== 0) throw refused();
  return answer;
}

/** Adds points; where an answer is missing or disputed every number that it can be. */
function byPoints({ questions, outcomes }: Score, given: Given): Found {
  let totals = new Set([0]);
  const parts: Record<string, Span> = {};
  for (const question of questions) {
    const answer = given.get(question.id);
    const points = choicesOf(question).flatMap((choice) =>
      answer === null || choice.id === answer ? (choice.points ?? []) : [],
    );
    parts[question.id] = [Math.min(...points), Math.max(...points)];
    totals = new Set([...totals].flatMap((total) => points.map((point) => total + point)));
  }
  return {
    parts,
    total: [Math.min(...totals), Math.max(...totals)],
    outcomes: outcomes
      .filter(({ min = 0, max = 0 }) => [...totals].some((total) => min <= total && total <= max))
      .map(({ id }) => id),
  };
}

/** The outcomes of every way in which the missing answers could turn out. */
function decide({ questions, outcomes }: Score, rules: readonly Rule[], given: Given): string[] {
  let ways: Answers[] = [{}];
  for (const question of questions) {
    const options = optionsOf(question, rules, given.get(question.id) ?? null);
    ways = ways.flatMap((way) => options.map((option) => ({ ...way, [question.id]: option })));
  }
  const found = new Set(ways.map((way) => rules.find((rule) => holds(rule, way))?.outcome));
  return outcomes.map(({ id }) => id).filter((id) => found.has(id));
}

/** What rules can tell apart of a question's answers; a disputed choice counts as nothing and meets no condition. */
function optionsOf(question: Question, rules: readonly Rule[], answer: Answer): Answer[] {
  if ("choices" in question) {
    return question.choices
      .filter(({ id }) => answer === null || id === answer)
      .map(({ id, counts_as, dispute }) => (dispute ? null : (counts_as ?? id)));
  }
  if (answer !== null) return [answer];
  const limits = rules.flatMap((rule) => [rule.at_least?.[question.id], rule.below?.[question.id]]);
  return [question.min, ...limits.filter((limit) => limit !== undefined)].filter(
    (limit) => limit >= question.min && limit <= question.max,
  );
}

function holds({ when = {}, at_least = {}, below = {} }: Rule, way: Answers): boolean {
  return (
    Object.entries(when).every(([name, wanted]) => way[name] === wanted) &&
    Object.entries(at_least).every(([name, limit]) => Number(way[name]) >= limit) &&
    Object.entries(below).every(([name, limit]) => Number(way[name]) < limit)
  );
}

function spanOf(question: Question | undefined, given: Given): Span {
  if (question === undefined || "choices" in question) throw new ScoreError("a number is wanted here");
  const answer = given.get(question.id);
  return typeof answer === "number" ? [answer, answer] : [question.min, question.max];
}

/** Computes, rounds half up, then classes the rounded number. */
function byFormula({ questions, outcomes, decimals = 0 }: Score, formula: string, given: Given): Found {
  const spans = Object.fromEntries(questions.map((question) => [question.id, spanOf(question, given)]));
  const [low, high] = compute(formula, spans);
  const total: Span = [halfUp(low, decimals), halfUp(high, decimals)];
  return {
    total,
    outcomes: outcomes
      .slice(classOf(outcomes, total[0]), classOf(outcomes, total[1]) + 1)
      .map(({ id }) => id),
  };
}

function halfUp(number: number, decimals: number): number {
  // The last term takes back what binary fractions lose: 2.675 is stored as a little less.
  return Math.floor(number * 10 ** decimals + 0.5 + 1e-9) / 10 ** decimals;
}

/** The place of the class, of those from low to high, in which a number lies. */
function classOf(outcomes: readonly Outcome[], number: number): number {
  const place = outcomes.findIndex(
    ({ below = Number.NEGATIVE_INFINITY, up_to = Number.NEGATIVE_INFINITY }) =>
      number < below || number <= up_to,
  );
  return place < 0 ? outcomes.length - 1 : place;
}

/** Looks a number up in every table. */
function bySeries({ questions, outcomes }: Score, all: NonNullable<Score["series"]>, given: Given): Found {
  const [low, high] = spanOf(questions[0], given);
  const series: Record<string, Span> = {};
  for (const { id, bands } of all) {
    const values = bands.flatMap(([first, last, value]) => (first <= high && low <= last ? [value] : []));
    if (values.length === 0) throw new ScoreError(`\`${id}\` has nothing for ${low}`);
    series[id] = [Math.min(...values), Math.max(...values)];
  }
  const different = new Set(Object.values(series).map((span) => span.join()));
  return {
    series,
    agree: low === high ? different.size === 1 : null,
    outcomes: outcomes.filter(({ min = 0, max = 0 }) => min <= high && low <= max).map(({ id }) => id),
  };
}
