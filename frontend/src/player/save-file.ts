// Offers a text as a file to save.

/** Saves JSON text under a name. */
export function saveFile(name: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = name;
  link.click();
  // Some browsers fetch the file only after this turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
