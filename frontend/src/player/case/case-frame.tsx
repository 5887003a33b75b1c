// What stands around every step of a case: who the person is, the record so far, and which step this is.
import type { ComponentChildren } from "preact";
import { SurroundingsContext, useSurroundings } from "../context.ts";
import { Heading } from "../heading.tsx";
import { HealthRecord } from "../health-record.tsx";
import { recordAt, type StepOf, stepName } from "./case.ts";

/** The frame; its live region tells what came into the record. */
export function CaseFrame({ at, children }: { readonly at: StepOf; readonly children: ComponentChildren }) {
  const around = useSurroundings();
  const { prefix, level } = around;
  const { study, place } = at;
  const { age, sex, setting } = study.header;
  const { tabs, fresh } = recordAt(at);
  const step = study.steps[place];
  const id = `${prefix}-${study.id}`;
  return (
    <section class="rf-study" aria-labelledby={id}>
      <Heading level={level} id={id}>
        {study.title}
      </Heading>
      <p class="rf-study-who">
        {age} · {sex} · {setting}
      </p>
      <HealthRecord tabs={tabs} name={id} fresh={fresh} />
      <p class="rf-study-step">
        {place + 1} of {study.steps.length} · {step && stepName(step)}
      </p>
      <p class="rf-study-new" role="status">
        {fresh.size > 0 && `New in the record: ${[...fresh].join(", ")}.`}
      </p>
      <SurroundingsContext.Provider value={{ ...around, level: level + 1 }}>
        {children}
      </SurroundingsContext.Provider>
    </section>
  );
}
