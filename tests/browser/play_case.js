// Plays a path of a case in its page by pressing what a learner presses; throws where something isn't there or shown.
async ({ case: patient, path }) => {
  const settled = () => new Promise((done) => setTimeout(done));
  // What isn't the answer itself, such as the results on their way, is drawn a frame later.
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(() => setTimeout(done))));
  // The page may still be reading what it keeps, and a slow machine drawing: a person looks until it is there.
  const shown = async (selector, fits) => {
    for (const end = performance.now() + 10_000; performance.now() < end; await settled()) {
      const found = [...document.querySelectorAll(`.rf-pt ${selector}`)].find((each) => fits(each) && each.checkVisibility());
      if (found) return found;
    }
    throw new Error(`nothing to press: ${selector} for ${fits}`);
  };
  const press = async (selector, fits = () => true) => {
    const button = await shown(selector, fits);
    if (button.getAttribute("aria-disabled") === "true") throw new Error(`can't be pressed: ${button.innerText}`);
    button.click();
    await settled();
  };
  const says = (text) => (each) => each.innerText.trim() === text;
  const type = async (selector, value) => {
    const field = await shown(selector, () => true);
    field.value = value;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await settled();
  };
  const stage = () => document.querySelector(".rf-pt-sheet .rf-pt-title")?.id.split("-").at(-1);

  const rank = async ({ ranks, cancer }) => {
    const places = [...document.querySelectorAll(".rf-positions button")];
    for (const [at, place] of places.entries()) {
      const wanted = patient.diagnoses.find(({ id }) => id === ranks[at])?.text;
      if (wanted === undefined) {
        if (!place.classList.contains("rf-empty")) {
          place.dispatchEvent(new KeyboardEvent("keydown", { key: "Delete", bubbles: true }));
          await settled();
        }
        continue;
      }
      if (place.innerText.trim() === wanted) continue;
      await press(".rf-tray button", (each) => each.innerText.trim().startsWith(wanted));
      place.click();
      await settled();
    }
    await type(".rf-pt-chance [type=number]", String(cancer));
    await press(".rf-pt-submit button", (each) => each.innerText.startsWith("That is my"));
  };
  const answerAll = async () => {
    for (let at = stage(); at; at = stage()) {
      if (at === "pause") {
        await type("textarea", "Nothing that I can name.");
        await press(".rf-pt-submit button");
      } else if (at === "sentence") {
        await type("textarea", "Somebody with back pain.");
        await press(".rf-pt-submit button");
      } else {
        await rank(path.stages[at]);
        if (stage() === at) throw new Error(`the stage ${at} is still asked`);
      }
    }
  };
  const wait = async (minutes) => {
    await painted();
    if (minutes === "next") {
      if (document.querySelector(".rf-pt-next").getAttribute("aria-disabled") === "false") return press(".rf-pt-next");
      return wait(60);
    }
    const steps = [patient.limit > 2880 ? [1440, "1 day"] : [240, "4 h"], [60, "1 h"], [15, "15 min"]];
    let rest = minutes;
    for (const [length, name] of steps) {
      for (; rest >= length || (length === 15 && rest > 0); rest -= length) {
        if (stage()) return;
        await press(".rf-pt-wait button", (each) => each.innerText.replaceAll("\u00a0", " ").trim().endsWith(name));
      }
    }
  };

  await press("button", says("Begin"));
  await answerAll();
  for (const step of path.steps) {
    if (typeof step === "string") {
      const { label } = patient.actions.find(({ id }) => id === step);
      await press(".rf-pt-act", (each) => each.querySelector(".rf-pt-label").innerText.trim() === label);
    } else await wait(step.wait);
    await answerAll();
  }
  if (!document.querySelector(".rf-pt-debrief")) throw new Error("the path doesn't end in the debrief");
};
