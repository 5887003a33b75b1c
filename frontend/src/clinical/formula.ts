// Arithmetic that a score file writes down, computed over ranges; the twin of redflags/clinical/formula.py.

/** The least and the most that a number can be. */
export type Span = readonly [number, number];

const TOKEN = /\s*([0-9]+(?:\.[0-9]+)?|[a-z][a-z0-9_]*|[-+*/()])/y;

/** A formula that can't be computed; the message is for its author. */
export class FormulaError extends Error {}

/** The range of a formula's result. */
export function compute(formula: string, values: Readonly<Record<string, Span>>): Span {
  const tokens = split(formula);
  let at = 0;
  const next = () => tokens[at] ?? "";
  const take = () => tokens[at++] ?? "";

  function sum(): Span {
    let result = multiplied();
    while (next() === "+" || next() === "-") {
      const sign = take();
      const [low, high] = multiplied();
      result = sign === "+" ? [result[0] + low, result[1] + high] : [result[0] - high, result[1] - low];
    }
    return result;
  }

  function multiplied(): Span {
    let result = factor();
    while (next() === "*" || next() === "/") {
      const sign = take();
      const other = factor();
      if (sign === "/" && other[0] <= 0 && other[1] >= 0)
        throw new FormulaError("the formula may divide by nothing");
      const corners = result.flatMap((left) =>
        other.map((right) => (sign === "/" ? left / right : left * right)),
      );
      result = [Math.min(...corners), Math.max(...corners)];
    }
    return result;
  }

  function factor(): Span {
    const token = take();
    if (token === "-") {
      const [low, high] = factor();
      return [-high, -low];
    }
    if (token === "(") {
      const inner = sum();
      if (take() !== ")") throw new FormulaError("a bracket is not closed");
      return inner;
    }
    if (/^[0-9]/.test(token)) return [Number(token), Number(token)];
    const value = values[token];
    if (value) return value;
    throw new FormulaError(token ? `\`${token}\` is not measured` : "the formula ends too soon");
  }

  const result = sum();
  if (next()) throw new FormulaError(`\`${next()}\` stands where the formula should end`);
  return result;
}

function split(formula: string): string[] {
  const tokens: string[] = [];
  const text = formula.trimEnd();
  for (let at = 0; at < text.length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text)?.[1];
    if (token === undefined) {
      throw new FormulaError(`\`${text.slice(at).trim().slice(0, 1)}\` can't stand in a formula`);
    }
    tokens.push(token);
  }
  return tokens;
}
