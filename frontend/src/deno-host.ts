// Runs a student's notebook in Pyodide under Deno: `redflags grade --deno` starts it (redflags/grading/deno.py).
//
// The task comes as JSON from standard input, results leave line by line on standard output, and what the cells print
// on standard error. What a cell does to this process garbles that student's own results and nobody else's.
import type { loadPyodide } from "pyodide";

declare const Deno: {
  readonly args: readonly string[];
  readonly stdin: { readonly readable: ReadableStream };
  readonly stdout: { writeSync(bytes: Uint8Array): number };
  readonly stderr: { writeSync(bytes: Uint8Array): number };
};

/** Puts what runs inside beside the course's package, and runs the task. */
const BEGIN = `
import json, pathlib, redflags

def begin(text, send):
    task = json.loads(text)
    place = pathlib.Path(redflags.__file__).parent / "grading"
    place.mkdir()
    for name, source in task["modules"].items():
        (place / name).write_text(source, encoding="utf-8")
    from redflags.grading import inside
    inside.work(task, send)

begin
`;

const { stdout, stderr } = Deno;
const encoder = new TextEncoder();

function send(line: string): void {
  let left = encoder.encode(`${line}\n`);
  while (left.length > 0) left = left.subarray(stdout.writeSync(left));
}

const [place] = Deno.args;
const task = await new Response(Deno.stdin.readable).text();
const module = (await import(new URL(`file://${place}/pyodide.mjs`).href)) as {
  readonly loadPyodide: typeof loadPyodide;
};
const python = await module.loadPyodide({ indexURL: `${place}/`, env: { REDFLAGS_GRADING: "1" } });
await python.loadPackage(["ipython", "redflags"], { messageCallback: () => undefined });
for (const stream of ["setStdout", "setStderr"] as const) {
  python[stream]({ write: (bytes) => stderr.writeSync(bytes) });
}
python.runPython(BEGIN)(task, send);
