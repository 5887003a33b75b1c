// Writes the content types from the schema that `redflags schema` makes of the pydantic models.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { compile } from "json-schema-to-typescript";

const SCHEMA = new URL("../_build/schema/compiled.schema.json", import.meta.url);
const TARGET = new URL("src/generated/content.ts", import.meta.url);

/** Drops the `title` that pydantic gives each field: json-schema-to-typescript would make a type of every one. */
function withoutFieldTitles(node, isFieldMap = false) {
  if (Array.isArray(node)) return node.map((inner) => withoutFieldTitles(inner));
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => isFieldMap || key !== "title")
      .map(([key, value]) => [key, withoutFieldTitles(value, key === "properties" || key === "$defs")]),
  );
}

const schema = withoutFieldTitles(JSON.parse(await readFile(SCHEMA, "utf8")));
const source = await compile(schema, "CompiledQuiz", {
  additionalProperties: false,
  bannerComment:
    '// Generated from the pydantic models by `npm run types`; never edited.\nimport type { RichText } from "../text.ts";',
  ignoreMinAndMaxItems: true,
});
await mkdir(new URL(".", TARGET), { recursive: true });
await writeFile(TARGET, source);
