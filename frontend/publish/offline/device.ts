// The course on this device: the service worker that saves it, and what it has saved.

/** A reader who had the course removed is not given it again unasked. */
const REMOVED = "redflags-offline-removed";
/** Workbox names its cache by the worker's scope. */
const CACHE = "workbox-precache";
/** There an author looks at the next build, and tomorrow at another site under the same address. */
const OWN_MACHINE = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/** The site's folder, as a whole address. */
export function home(): string {
  return new URL(document.documentElement.dataset.content_root ?? "./", location.href).href;
}

/** Whether this browser can save the course from here: not from a file, nor where workers are switched off. */
export function canSave(): boolean {
  return "serviceWorker" in navigator && location.protocol.startsWith("http");
}

/** What is registered for the site; undefined if nothing is, or if the browser won't tell. */
export async function registered(): Promise<ServiceWorkerRegistration | undefined> {
  const registration = await navigator.serviceWorker.getRegistration(home()).catch(() => undefined);
  return registration?.scope === home() ? registration : undefined;
}

/** Saves the course, or looks for a newer version of it; rejects where the browser or the network refuses. */
export function save(): Promise<ServiceWorkerRegistration> {
  localStorage.removeItem(REMOVED);
  const settings = { scope: home(), updateViaCache: "none" } as const;
  return navigator.serviceWorker.register(`${home()}service-worker.js`, settings);
}

/** Takes the course from the device; answers stay, which are kept elsewhere. */
export async function remove(): Promise<void> {
  localStorage.setItem(REMOVED, "yes");
  await (await registered())?.unregister();
  for (const name of await ours()) await caches.delete(name);
}

/** How many files are saved by now. */
export async function savedFiles(): Promise<number> {
  const counts = (await ours()).map(async (name) => (await (await caches.open(name)).keys()).length);
  return (await Promise.all(counts)).reduce((one, other) => one + other, 0);
}

async function ours(): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(CACHE) && name.endsWith(home()));
}

/** Whether the course may be saved without a word: nobody removed it, and nobody pays for each byte. */
export async function maySave(): Promise<boolean> {
  if ((await registered()) !== undefined) return true;
  if (OWN_MACHINE.test(location.hostname) || localStorage.getItem(REMOVED) !== null) return false;
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData !== true;
}
