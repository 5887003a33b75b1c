// A newer version of the course waits until its reader agrees: the page that is open stays whole until then.

/** "Later" holds until the tab is closed. */
const LATER = "redflags-update-later";

/** Reloads this page, once, when a newer version takes over: here or in another tab its reader agreed. */
export function reloadWithNewer(): void {
  const { serviceWorker } = navigator;
  // A page without a worker only gets its first one.
  let hadOne = serviceWorker.controller !== null;
  let reloading = false;
  serviceWorker.addEventListener("controllerchange", () => {
    if (hadOne && !reloading) {
      reloading = true;
      location.reload();
    }
    hadOne = true;
  });
}

const watched = new WeakSet<ServiceWorkerRegistration>();

/** Tells of a newer version that waits now or will. */
export function watch(registration: ServiceWorkerRegistration): void {
  if (watched.has(registration)) return;
  watched.add(registration);
  if (registration.waiting && registration.active) offer(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const { installing } = registration;
    installing?.addEventListener("statechange", () => {
      if (installing.state === "installed" && registration.active) offer(installing);
    });
  });
}

function offer(worker: ServiceWorker): void {
  if (sessionStorage.getItem(LATER) !== null || document.querySelector(".rf-update")) return;
  const notice = document.createElement("div");
  notice.className = "rf-update";
  notice.setAttribute("role", "status");
  (document.querySelector("article") ?? document.body).prepend(notice);
  const words = document.createElement("p");
  words.textContent = "A newer version of the course is ready. Your answers stay.";
  const later = () => {
    sessionStorage.setItem(LATER, "yes");
    notice.remove();
  };
  const buttons = document.createElement("p");
  buttons.className = "rf-update-acts";
  buttons.append(
    button("Reload", () => worker.postMessage("take over")),
    button("Later", later),
  );
  // A live region speaks of what comes into it, not of what it came with.
  requestAnimationFrame(() => notice.append(words, buttons));
}

function button(words: string, press: () => void): HTMLButtonElement {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = words;
  element.addEventListener("click", press);
  return element;
}
