// A term's meaning beside it: on hover, on focus, on a tap. Without a script the link leads to the glossary.

const DELAY = 250;

/** Shows the meaning of every `.rf-term` of the page in one popover. */
export function wireTerms(page: Document): void {
  const terms = page.querySelectorAll<HTMLAnchorElement>("a.rf-term");
  const [first] = terms;
  if (first === undefined || !("popover" in HTMLElement.prototype)) return;
  const card = page.createElement("div");
  const words = page.createElement("p");
  const link = page.createElement("a");
  card.className = "rf-term-card";
  card.id = "rf-term-card";
  card.popover = "manual";
  link.textContent = "All terms";
  // Each term sets its own; a link without an address is none to a search engine.
  link.href = first.href;
  card.append(words, link);
  page.body.append(card);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shown: HTMLAnchorElement | null = null;

  const show = (term: HTMLAnchorElement) => {
    clearTimeout(timer);
    if (shown === term) return;
    hide();
    shown = term;
    words.textContent = term.dataset.definition ?? "";
    link.href = term.href;
    term.setAttribute("aria-describedby", card.id);
    card.showPopover();
    place(card, term);
  };
  const hide = () => {
    clearTimeout(timer);
    shown?.removeAttribute("aria-describedby");
    shown = null;
    card.hidePopover();
  };
  // The pointer may cross the gap and rest on the card (WCAG 1.4.13).
  const later = (work: () => void) => {
    clearTimeout(timer);
    timer = setTimeout(work, DELAY);
  };

  for (const term of terms) {
    term.addEventListener("pointerenter", (event) => {
      if (event.pointerType === "mouse") later(() => show(term));
    });
    term.addEventListener("pointerleave", (event) => {
      if (event.pointerType === "mouse") later(hide);
    });
    term.addEventListener("focus", () => {
      if (term.matches(":focus-visible")) show(term);
    });
    term.addEventListener("blur", () => later(hide));
    term.addEventListener("click", (event) => {
      // A first tap tells; with the meaning in view, or with a key that opens a tab, the link is a link.
      if (shown === term || event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      show(term);
    });
  }
  card.addEventListener("pointerenter", () => clearTimeout(timer));
  card.addEventListener("pointerleave", () => later(hide));
  link.addEventListener("focus", () => clearTimeout(timer));
  link.addEventListener("blur", () => later(hide));
  page.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  page.addEventListener("pointerdown", (event) => {
    if (shown && event.target instanceof Node && !card.contains(event.target) && event.target !== shown)
      hide();
  });
}

/** Sets the card under its term, or over it where there is no room, inside the window's width. */
function place(card: HTMLElement, term: HTMLElement): void {
  const at = term.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = card;
  const below = at.bottom + 6;
  const top = below + offsetHeight > innerHeight && at.top > offsetHeight ? at.top - 6 - offsetHeight : below;
  card.style.top = `${top}px`;
  card.style.left = `${Math.max(12, Math.min(at.left, document.documentElement.clientWidth - offsetWidth - 12))}px`;
}
