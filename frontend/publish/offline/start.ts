// What offline use asks of every page: the course saved once the page is at rest, and a word when a newer one is there.
import { afterLoad } from "../late.ts";
import { canSave, maySave, registered, save } from "./device.ts";
import { wirePanel } from "./panel.ts";
import { reloadWithNewer, watch } from "./update.ts";

/** Milliseconds after loading: a reader's first question, and whoever measures the page, come first. */
const REST = 8000;

/** Starts all of it. */
export function startOffline(): void {
  const panel = document.querySelector<HTMLElement>("[data-offline]");
  const follow = panel && wirePanel(panel);
  // Whoever wants to install the site finds a button on the page on offline use; nothing asks by itself.
  addEventListener("beforeinstallprompt", (event) => event.preventDefault());
  if (!canSave()) return;
  reloadWithNewer();
  void registered().then((known) => known && watch(known));
  const unasked = async () => {
    if (!(await maySave())) return;
    const registration = await save();
    watch(registration);
    follow?.(registration);
  };
  // A failure leaves the page as it is; the next visit tries again.
  afterLoad(() => setTimeout(() => void unasked().catch(() => undefined), REST));
}
