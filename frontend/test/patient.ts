// biome-ignore-all lint/suspicious/noThenProperty: `then` is what the case format calls it
// A small made-up case for tests: short enough to follow by hand, with one of each thing that a case can hold.
import type { Action, Grade, PlayableCase, StageName, When } from "../src/simulation/case.ts";
import type { Log } from "../src/simulation/state.ts";

/** A condition with what isn't given left open. */
export function when(given: Partial<When>): When {
  return { flags: [], without: [], neuro: [], pain_at_least: null, after: null, before: null, ...given };
}

function action(id: string, given: Partial<Action>): Action {
  return {
    id,
    kind: "history",
    label: `Label of ${id}`,
    words: [],
    minutes: 5,
    delay: 0,
    cost: 0,
    radiation: null,
    again: false,
    value: "neutral",
    why: null,
    window: null,
    needs: null,
    sets: [],
    gives: [{ when: null, text: [[`Words of ${id}`]], findings: [], value: null }],
    ends: false,
    ...given,
  };
}

function said(text: string, findings: string[] = []) {
  return { when: null, text: [[text]], findings, value: null };
}

/** The runs below are what the tests play; a case has to hold two. */
function path(neuro: Grade): PlayableCase["paths"]["expert"] {
  const answer = { ranks: ["metastasis"], cancer: 50 };
  return {
    steps: [],
    stages: { opening: answer, bedside: null, decision: answer, final: answer },
    marks: {
      ...{ thoroughness: 0, efficiency: null, timeliness: null, harm: 0, lead_before: 1, lead_after: 1 },
      safety: "failed",
      neuro,
    },
  };
}

export const patient: PlayableCase = {
  name: "sunday-morning-a-postman",
  hash: "aaaaaaaaaaaa",
  title: "Sunday morning, a postman",
  track: "both",
  setting: "A small hospital",
  objectives: { weigh: "Weigh a finding" },
  reviewed: "2026-11-21",
  person: { name: "Ivo", age: 61, sex: "man", life: "Delivers letters; lives with his sister." },
  opening: [["Ivo holds on to the door frame."], ["“It is my back again.”"]],
  start: "Sunday 09:10",
  limit: 600,
  state: { neuro: "D", pain: 6 },
  flags: ["came-walking"],
  diagnoses: [
    { id: "metastasis", text: "A metastasis in a vertebra", cancer: true, answer: true },
    { id: "strain", text: "A strained back", cancer: false, answer: false },
    { id: "disc", text: "A slipped disc", cancer: false, answer: false },
  ],
  findings: [
    { id: "cancer-before", text: "Treated for prostate cancer" },
    { id: "legs-weak", text: "Both legs are weak" },
    { id: "cord-pressed", text: "The cord is pressed" },
  ],
  actions: [
    action("ask-cancer", {
      value: "useful",
      why: [["It changes what is likely."]],
      gives: [said("“Four years ago.”", ["cancer-before"])],
    }),
    action("test-legs", {
      kind: "examination",
      again: true,
      value: "critical",
      why: [["Weakness sets the pace."]],
      gives: [
        {
          when: when({ neuro: ["A", "B", "C"] }),
          text: [["He can't lift his legs."]],
          findings: ["legs-weak"],
          value: "useful",
        },
        said("He lifts them slowly.", ["legs-weak"]),
      ],
    }),
    action("scan", {
      kind: "test",
      minutes: 10,
      delay: 60,
      cost: 3,
      value: "critical",
      why: [["It shows the cord."]],
      sets: ["scan-known"],
      window: { minutes: 240, evidence: "X-1", from: null },
      gives: [said("The cord is pressed at T8.", ["cord-pressed"])],
    }),
    action("film", {
      kind: "test",
      delay: 30,
      cost: 1,
      value: "wasteful",
      why: [["It can miss it."]],
      radiation: { mSv: [1, 2], evidence: "X-1" },
    }),
    action("ring-centre", {
      kind: "communication",
      again: true,
      value: "critical",
      why: [["They hold the beds."]],
      needs: { ...when({ flags: ["scan-known"] }), say: [["“What does the scan show?”"]] },
      sets: ["bed-promised"],
    }),
    action("steroid", {
      kind: "treatment",
      value: "useful",
      why: [["It buys time."]],
      sets: ["steroid-given"],
    }),
    action("massage", {
      kind: "treatment",
      value: "harmful",
      why: [["It hurts, and time passes."]],
      again: true,
    }),
    action("tea", { kind: "communication", again: true, minutes: 1 }),
    action("transfer", {
      kind: "disposition",
      ends: true,
      value: "critical",
      why: [["He needs the centre."]],
    }),
    action("home", { kind: "disposition", ends: true, value: "harmful", why: [["He will not walk again."]] }),
  ],
  transitions: [
    {
      after: 120,
      since: null,
      unless: ["steroid-given"],
      when: null,
      then: { neuro: "C", pain: 8, sets: ["legs-gone"], text: [["He can no longer stand."]] },
    },
    {
      after: 60,
      since: "legs-gone",
      unless: [],
      when: when({ without: ["bed-promised"] }),
      then: { neuro: "B", pain: null, sets: [], text: null },
    },
  ],
  epilogue: [
    { when: when({ neuro: ["D", "E"] }), text: [["He walks to the letter box."]] },
    { when: null, text: [["He does not walk again."]] },
  ],
  experts: {
    opening: ["strain", "disc", "metastasis"],
    bedside: ["metastasis", "disc", "strain"],
    decision: ["metastasis", "disc", "strain"],
    final: ["metastasis", "disc", "strain"],
  },
  reference: {
    prior: { p: 0.01, evidence: "X-1" },
    updates: [{ finding: "cancer-before", lr: 15, interval: [7, 30], evidence: "X-1" }],
    says: [["From people who came to a general practice."]],
  },
  script: {
    "cancer-before": { metastasis: 2 },
    "legs-weak": { metastasis: 1, disc: 1, strain: -2 },
  },
  pause: { for: ["cancer-before", "legs-weak"], against: [], absent: [{ text: "Fever" }] },
  safety: {
    any_of: ["scan"],
    within: { minutes: 240, evidence: "X-1", from: null },
    why: [["Suspected compression needs a scan."]],
  },
  debrief: {
    representation: [["A man of 61 with prostate cancer and weak legs."]],
    features: ["His age", "Cancer before", "Both legs", "Since when", "How fast"],
    points: [
      [["Scan the whole spine ", { ev: "X-1", text: "" }, "."]],
      [["Lie flat."]],
      [["Ring early."]],
      [["Say it plainly."]],
    ],
    nurse: [["Turn him with four hands."]],
    radiologist: [["Ask for the whole spine."]],
    oncologist: null,
    surgeon: null,
    physiotherapist: null,
    gp: null,
    unknown: [["How much hours matter."]],
  },
  paths: { expert: path("D"), careless: path("B") },
  rubric: { thoroughness: "What you did of what mattered." },
  evidence: {
    "X-1": {
      claim: "A made-up claim.",
      population: "Nobody.",
      citation: "Nobody. Nothing. 2026.",
      url: null,
      checked: "read",
      rechecked: null,
    },
  },
};

/** An answer to a stage. */
export function stage(name: StageName, ranks: readonly string[] = ["metastasis"], cancer = 50) {
  return { do: "stage", stage: name, ranks, cancer } as const;
}

export function order(id: string) {
  return { do: "order", action: id } as const;
}

/** Asks, scans, rings and sends him on, in time. */
export const good: Log = [
  stage("opening", ["strain", "metastasis"], 10),
  order("ask-cancer"),
  order("test-legs"),
  { do: "pin", finding: "legs-weak", as: "for" },
  order("scan"),
  stage("bedside", ["metastasis", "disc"], 60),
  order("scan"),
  order("steroid"),
  { do: "wait" },
  order("ring-centre"),
  order("transfer"),
  stage("decision", ["metastasis"], 95),
  order("transfer"),
  { do: "pause", absent: "No fever." },
  stage("final", ["metastasis", "disc", "strain"], 97),
  { do: "write", text: "A man of 61 with cancer before and weak legs." },
];

/** Waits until his legs have gone, and sends him home. */
export const bad: Log = [
  stage("opening", ["strain"], 1),
  order("massage"),
  stage("bedside", ["strain"], 1),
  order("massage"),
  order("massage"),
  { do: "wait", minutes: 300 },
  order("home"),
  stage("decision", ["strain", "disc"], 2),
  order("home"),
  stage("final", ["disc"], 5),
];
