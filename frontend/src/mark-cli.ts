// Marks over standard input, so that the tests can hold the browser's rules and Python's equal.
//
// One JSON object a line: {"item", "response"} gives a mark, {"fraction", "certainty"} a certainty mark,
// {"accuracy", "mean_mark"} a certainty accuracy; an invalid response gives {"error"}.
import { createInterface } from "node:readline";
import { type Certainty, certaintyAccuracy, certaintyMark } from "./marking/certainty.ts";
import { mark } from "./marking/mark.ts";
import { ResponseError } from "./marking/response.ts";

function answer(request: Record<string, unknown>): unknown {
  if ("fraction" in request) return certaintyMark(Number(request.fraction), request.certainty as Certainty);
  if ("accuracy" in request) return certaintyAccuracy(Number(request.accuracy), Number(request.mean_mark));
  try {
    return mark(request.item as Parameters<typeof mark>[0], request.response);
  } catch (error) {
    if (error instanceof ResponseError) return { error: error.message };
    throw error;
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() !== "") process.stdout.write(`${JSON.stringify(answer(JSON.parse(line)))}\n`);
}
