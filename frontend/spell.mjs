// Reads words, one a line, and prints those that neither a British dictionary (Hunspell's) nor the file named knows.
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import dictionary from "dictionary-en-gb";
import nspell from "nspell";

const [own] = process.argv.slice(2);
const spell = nspell(dictionary);
for (const word of (await readFile(own, "utf8")).split("\n")) if (word) spell.add(word);
const words = (await text(process.stdin)).split("\n").filter(Boolean);
process.stdout.write(
  words
    .filter((word) => !spell.correct(word))
    .map((word) => `${word}\n`)
    .join(""),
);
