// The progress page: what was answered, how right it was, where to go on, and how to keep it.
import { CertaintyReport } from "../../player/certainty-report.tsx";
import type { Course } from "../course.ts";
import { sorted } from "../file.ts";
import { certainties, chapterSums, examSums, patientSums, standings } from "../sums.ts";
import { Broken } from "./broken.tsx";
import { Chapters } from "./chapters.tsx";
import { Exams } from "./exams.tsx";
import { KeepSafe } from "./keep-safe.tsx";
import { Objectives } from "./objectives.tsx";
import { Patients } from "./patients.tsx";
import { useDevice } from "./use-device.ts";
import { Where } from "./where.tsx";

const WAITING = {
  asked: "Reading what this device keeps …",
  refused:
    "This browser doesn’t let pages keep anything, so there is no progress to show. In a private window, or with storage switched off, answers last until you leave a page.",
  newer:
    "A later version of this course wrote what is kept on this device. It stays untouched. Load this page again to get that version.",
};

/** The whole page below its introduction. */
export function ProgressPage({ course }: { readonly course: Course }) {
  const [device, again] = useDevice();
  if (device.state !== "read") return <p role="status">{WAITING[device.state]}</p>;
  const { sound, broken } = sorted(device.entries);
  const parts = chapterSums(course, sound);
  const sure = certainties(course, sound);
  return (
    <>
      <Where parts={parts} empty={sound.size === 0} />
      {sound.size > 0 && (
        <>
          <Chapters parts={parts} />
          {sure.length > 0 && (
            <section aria-labelledby="own-how-sure">
              <h2 id="own-how-sure">How sure, and how right</h2>
              <CertaintyReport outcomes={sure} />
            </section>
          )}
          <Exams exams={examSums(course, sound)} />
          <Patients sums={patientSums(course, sound)} of={course.patients.length} />
          <Objectives course={course} standings={standings(course, sound)} />
        </>
      )}
      <Broken broken={broken} />
      <KeepSafe kept={{ sound, broken }} onChange={again} />
    </>
  );
}
