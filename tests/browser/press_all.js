// Presses, chooses and fills everything of a page that a reader can, in the order of the page, several times over.
async ({ rounds, words, leave }) => {
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const pressed = new Set();
  let count = 0;
  for (let round = 0; round < rounds; round += 1) {
    const before = count;
    for (const one of document.querySelectorAll("main :is(button, summary, input, select, textarea, [role=tab])")) {
      // What is pressed again undoes an answer; a new round is for what the last one brought.
      if (!one.isConnected || pressed.has(one) || one.disabled || !one.checkVisibility()) continue;
      if (leave.some((name) => (one.innerText || one.ariaLabel || "").includes(name))) continue;
      pressed.add(one);
      count += 1;
      if (one.localName === "select") one.selectedIndex = one.options.length - 1;
      else if (one.type === "number" || one.type === "range") one.value = one.max || "1";
      else if (one.localName === "textarea" || /^(text|search|)$/.test(one.type)) one.value = words;
      else if (one.type !== "file") one.click();
      if (/^(select|textarea|input)$/.test(one.localName) && !/^(radio|checkbox|button|file)$/.test(one.type)) {
        one.dispatchEvent(new Event("input", { bubbles: true }));
        one.dispatchEvent(new Event("change", { bubbles: true }));
      }
      if (count % 8 === 0) await painted();
    }
    await painted();
    if (count === before) break;
  }
  return count;
};
