// Searching the evidence register: entries that don't hold every word are hidden, and the rest are counted.

interface Entry {
  readonly element: HTMLElement;
  readonly text: string;
}

/** Wires the search field of the register's page, if this is it. */
export function wireRegister(page: Document): void {
  const field = page.querySelector<HTMLInputElement>("input.rf-register-search");
  if (field === null) return;
  const count = page.querySelector<HTMLElement>(".rf-register-count");
  const topics = [...page.querySelectorAll<HTMLElement>(".rf-register-topic")];
  const entries = [...page.querySelectorAll<HTMLElement>(".rf-register-entry")].map(
    (element): Entry => ({ element, text: fold(element.textContent ?? "") }),
  );

  const filter = () => {
    const words = fold(field.value).split(/\s+/).filter(Boolean);
    for (const { element, text } of entries) element.hidden = !words.every((word) => text.includes(word));
    for (const topic of topics) topic.hidden = !hasEntry(topic);
    const shown = entries.filter(({ element }) => !element.hidden).length;
    if (count)
      count.textContent = words.length === 0 ? `${shown} entries` : `${shown} of ${entries.length} entries`;
  };

  field.addEventListener("input", filter);
  // A link to an entry that the search hides must still lead to it.
  window.addEventListener("hashchange", () => {
    field.value = "";
    filter();
    page.getElementById(location.hash.slice(1))?.scrollIntoView();
  });
  // A browser may have kept what was typed before a reload.
  if (field.value !== "") filter();
}

/** Whether an entry shows between this topic's heading and the next. */
function hasEntry(topic: HTMLElement): boolean {
  for (let next = topic.nextElementSibling; next; next = next.nextElementSibling) {
    if (next.classList.contains("rf-register-topic")) return false;
    if (next instanceof HTMLElement && !next.hidden) return true;
  }
  return false;
}

function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();
}
