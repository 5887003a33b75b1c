// Promise: slices are cut where the spine lies, words say what a picture shows, and the games ask fairly.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { along, LEVELS, levelAt, middleOf, numberOf, type Scene, tissueAt } from "../src/clinical/phantom.ts";
import { sequenceOf, spineOf } from "../src/labs/mri/rounds.ts";
import { paint } from "../src/labs/parts/scan/paint.ts";
import { cut, POINTS, placeOf, pointOf } from "../src/labs/parts/scan/slice.ts";
import { automatic, type Preset, signalsOf, type TissueData } from "../src/labs/parts/scan/tissues.ts";
import { fluid, heightName, landmarks, oddBone, oddLevels } from "../src/labs/parts/scan/words.ts";

interface Compiled {
  readonly data: {
    readonly tissues: readonly TissueData[];
    readonly presets: readonly Preset[];
    readonly scene: Scene;
  };
}

const read = (name: string): Compiled["data"] => {
  const file = new URL(`../../src/redflags/static/content/labs/${name}.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, "utf8")) as Compiled).data;
};
const lab = read("mri");
const viewer = read("imaging-viewer");
const SOUND: Scene = { lesions: [], dry: [], pushed_at: 0, pushed: 0 };
const MIDDLE = { kind: "sagittal", at: 0 } as const;

function signals(id: string): Float32Array {
  const preset = lab.presets.find((one) => one.id === id);
  assert.ok(preset);
  return signalsOf(lab.tissues, "1.5", preset.scan["1.5"]);
}

test("a slice holds the tissue that lies at each of its points, and a place is found again", () => {
  const slice = cut(lab.scene, MIDDLE);
  for (let point = 0; point < POINTS ** 2; point += 977) {
    if ((slice.share[point] ?? 0) < 1) continue;
    const [column, row] = [(point % POINTS) + 0.5, Math.floor(point / POINTS) + 0.5];
    assert.equal(slice.first[point], tissueAt(...placeOf(MIDDLE, column, row), lab.scene));
    const again = pointOf(MIDDLE, placeOf(MIDDLE, column, row));
    assert.ok(Math.abs(again[0] - column) + Math.abs(again[1] - row) < 1e-9);
  }
});

test("window and level spread the greys, and noise leaves the mean of a bright place", () => {
  const slice = {
    plane: MIDDLE,
    first: new Uint8Array(POINTS ** 2),
    second: new Uint8Array(POINTS ** 2),
    share: new Float32Array(POINTS ** 2).fill(1),
  };
  const into = { data: new Uint8ClampedArray(4 * POINTS ** 2) } as unknown as ImageData;
  const grey = (signal: number, low: number, high: number, noise: number) => {
    paint(slice, new Float32Array([signal]), { low, high }, noise, into);
    let sum = 0;
    for (let place = 0; place < into.data.length; place += 4) sum += into.data[place] ?? 0;
    return sum / POINTS ** 2;
  };
  assert.equal(grey(0, 0, 100, 0), 0);
  assert.ok(Math.abs(grey(50, 0, 100, 0) - 127.5) <= 1);
  assert.equal(grey(100, 0, 100, 0), 255);
  assert.equal(grey(30, 40, 60, 0), 0);
  assert.equal(grey(70, 40, 60, 0), 255);
  assert.ok(Math.abs(grey(50, 0, 100, 5) - 127.5) < 2);
  // Where there is nothing, noise still has a size: Rayleigh's mean is 1.25 standard deviations.
  assert.ok(Math.abs(grey(0, 0, 100, 10) - 2.55 * 12.53) < 1);
});

test("a picture in words tells kinds apart, and names the odd vertebra", () => {
  const [t1, t2, stir] = [signals("t1"), signals("t2"), signals("stir")];
  assert.match(landmarks(t1, automatic(t1)), /fluid around the cord dark, fat under the skin white/);
  assert.match(landmarks(t2, automatic(t2)), /fluid around the cord white, fat under the skin white|bright/);
  assert.match(landmarks(stir, automatic(stir)), /fluid around the cord white, fat under the skin black/);
  const slice = cut(lab.scene, MIDDLE);
  assert.match(oddLevels(slice, t1), /T12 is .*darker in the middle/);
  assert.match(oddLevels(slice, stir), /T12 is .*brighter in the middle/);
  assert.match(oddLevels(slice, t1), /L2 is darker below; L3 is darker above/);
  assert.equal(oddLevels(cut(SOUND, MIDDLE), t1), "All vertebrae look alike.");
});

test("a cross-section's words say where it lies, what the bone is like and where fluid is gone", () => {
  const at = (z: number) => ({ kind: "axial", at: z }) as const;
  const t11 = middleOf(LEVELS.indexOf("T11"));
  const [ill, sound] = [viewer.scene, SOUND].map((scene) => cut(scene, at(t11)));
  assert.ok(ill && sound);
  assert.equal(fluid(ill, sound), "Fluid in front of the cord: gone; behind it: there.");
  assert.equal(fluid(sound, sound), "Fluid in front of the cord: there; behind it: there.");
  assert.match(oddBone(ill, signals("t1")), /tenths of the bone are darker than marrow/);
  assert.equal(oddBone(sound, signals("t1")), "The bone is as bright as marrow all over.");
  assert.equal(heightName(t11), "T11, middle third");
  assert.equal(heightName(t11 + 14), "the disc below T11");
  assert.equal(heightName(t11 + 15), "the disc below T11");
});

test("each spine to search has one deposit or none, where it is said to be, and look-alikes elsewhere", () => {
  const seen = new Set<number | null>();
  for (let round = 0; round < 60; round++) {
    const { scene, deposit, isSclerotic, haemangioma, worn } = spineOf(round);
    seen.add(deposit);
    assert.notEqual(deposit, haemangioma);
    if (worn !== null) assert.ok(![worn, worn + 1].includes(deposit ?? -1), `round ${round}`);
    const bad = scene.lesions.filter(({ tissue }) =>
      [numberOf("metastasis"), numberOf("sclerotic")].includes(tissue),
    );
    assert.equal(bad.length, deposit === null ? 0 : 1);
    for (const { at, tissue } of bad) {
      assert.equal(tissue, numberOf(isSclerotic ? "sclerotic" : "metastasis"));
      // It shows in the one slice that the game has.
      assert.equal(tissueAt(0, at[1] + along(at[2]), at[2], scene), tissue, `round ${round}`);
      assert.equal(levelAt(at[2]), deposit);
    }
  }
  assert.equal(seen.size, LEVELS.length + 1, "every vertebra, and none, is an answer");
});

test("each picture to name is what it is called, at either field, and the same for everybody", () => {
  const seen = new Set<string>();
  for (let round = 0; round < 60; round++) {
    const { preset, field, scan } = sequenceOf(lab.presets, round);
    seen.add(`${preset.id} ${field}`);
    assert.deepEqual(sequenceOf(lab.presets, round).scan, scan);
    const found = signalsOf(lab.tissues, field, scan);
    const [fat = 0, csf = 0, marrow = 0] = (["fat", "csf", "marrow"] as const).map(
      (id) => found[numberOf(id)],
    );
    const kind =
      fat < 0.07 * Math.max(...found)
        ? csf > marrow
          ? "stir"
          : "contrast-fs"
        : csf > fat
          ? "t2"
          : marrow < 0.4 * fat
            ? "opposed"
            : "t1";
    assert.equal(kind, preset.id, `round ${round}`);
  }
  assert.equal(seen.size, 10);
});
