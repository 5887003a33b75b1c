// Writes the content types from the schema that `redflags schema` makes of the pydantic models.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { compile } from "json-schema-to-typescript";

const SCHEMAS = new URL("../_build/schema/", import.meta.url);
const GENERATED = new URL("src/generated/", import.meta.url);
/** File of types to schema and the type that it describes. */
const FILES = { content: ["compiled", "CompiledQuiz"], case: ["playable", "PlayableCase"] };

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

/** A case is compiled with every key, whether its author gave it or not; and pairs are written as older schemas do. */
function whole(node) {
  if (Array.isArray(node)) return node.map(whole);
  if (typeof node !== "object" || node === null) return node;
  const { prefixItems, ...rest } = node;
  return {
    ...Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, whole(value)])),
    ...(rest.type === "object" && rest.properties && { required: Object.keys(rest.properties) }),
    ...(prefixItems && { items: prefixItems, additionalItems: false }),
  };
}

await mkdir(GENERATED, { recursive: true });
for (const [file, [name, type]] of Object.entries(FILES)) {
  const json = JSON.parse(await readFile(new URL(`${name}.schema.json`, SCHEMAS), "utf8"));
  const schema = withoutFieldTitles(file === "case" ? whole(json) : json);
  const source = await compile(schema, type, {
    additionalProperties: false,
    bannerComment:
      '// Generated from the pydantic models by `npm run types`; never edited.\nimport type { RichText } from "../text.ts";',
    ignoreMinAndMaxItems: true,
  });
  await writeFile(new URL(`${file}.ts`, GENERATED), source);
}
