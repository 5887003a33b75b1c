// The panel of the page on offline use: what is on this device, and buttons for what can be done about it.
import { canSave, registered, remove, save, savedFiles } from "./device.ts";

/** Chromium's offer to install a site, which it makes when it likes. */
interface InstallOffer extends Event {
  prompt(): Promise<void>;
}

type State = "from-file" | "cannot" | "none" | "saving" | "failed" | "saved" | "newer";

const WORDS: Readonly<Record<State, string>> = {
  "from-file": "You have opened the course from a file. It needs no network.",
  cannot:
    "This browser can't save the course: perhaps the window is a private one. The zip below works without.",
  none: "The course is not saved on this device.",
  saving: "The course is being saved.",
  failed: "The course could not be saved: the network or the space ran out. What has come stays. Try again.",
  saved: "The course is saved on this device. It needs no network now.",
  newer: "The course is saved on this device. A newer version waits until you reload.",
};
/** How often the count of files is looked at, in milliseconds. */
const PACE = 400;

/** Wires the panel, whose buttons stand in the page, hidden; the result follows a worker that is being installed. */
export function wirePanel(panel: HTMLElement): (registration: ServiceWorkerRegistration) => void {
  const status = panel.querySelector<HTMLElement>("[role=status]");
  const bar = panel.querySelector("progress");
  const act = (name: string) => panel.querySelector<HTMLButtonElement>(`button[value="${name}"]`);
  const all = Number(panel.querySelector('data[value="saved-files"]')?.textContent);
  let failed = false;
  let offer: InstallOffer | null = null;

  const show = async () => {
    const found = await now();
    const state = found === "none" && failed ? "failed" : found;
    // Only what changed is said aloud.
    if (status && status.textContent !== WORDS[state]) status.textContent = WORDS[state];
    const saving = state === "saving";
    if (bar) {
      bar.hidden = !saving;
      if (saving) bar.value = Math.min(1, (await savedFiles()) / all);
    }
    for (const [name, wanted] of [
      ["save", state === "none" || state === "failed"],
      ["remove", state === "saved" || state === "newer"],
      ["install", offer !== null],
    ] as const) {
      const button = act(name);
      if (button) button.hidden = !wanted;
    }
    if (saving) setTimeout(show, PACE);
  };
  const follow = ({ installing }: ServiceWorkerRegistration) => {
    let came = false;
    installing?.addEventListener("statechange", () => {
      came ||= installing.state === "installed";
      // Of one that was installed it only says that it was removed or replaced.
      failed = installing.state === "redundant" && !came;
      void show();
    });
    void show();
  };

  act("save")?.addEventListener("click", async () => {
    failed = false;
    // Asked for, it should outlive a full disk; a browser that refuses saves it all the same.
    await navigator.storage?.persist?.().catch(() => false);
    await save().then(follow, () => {
      failed = true;
    });
    await show();
    // The pressed button is gone: its place is where its words went.
    status?.focus();
  });
  act("remove")?.addEventListener("click", async () => {
    await remove();
    await show();
    status?.focus();
  });
  act("install")?.addEventListener("click", async () => {
    await offer?.prompt();
    offer = null;
    await show();
  });
  addEventListener("beforeinstallprompt", (event) => {
    offer = event as InstallOffer;
    void show();
  });
  if (canSave()) void registered().then((known) => known && follow(known));
  void show();
  return follow;
}

async function now(): Promise<State> {
  if (location.protocol === "file:") return "from-file";
  if (!canSave()) return "cannot";
  const known = await registered();
  if (known?.waiting && known.active) return "newer";
  if (known?.active) return "saved";
  return known?.installing || known?.waiting ? "saving" : "none";
}
