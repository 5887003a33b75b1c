// Rich text to elements.
import type { ComponentChildren } from "preact";
import type { Inline, RichText } from "../text.ts";
import { Citation } from "./citation.tsx";

interface Props {
  readonly text: RichText;
  /** Inside a label or legend: a citation's button would be a control within a control, so only its value shows. */
  readonly plain?: boolean;
}

/** Paragraphs. */
export function Rich({ text, plain = false }: Props) {
  return (
    <>
      {text.map((paragraph, place) => (
        <p key={place}>{inlines(paragraph, plain)}</p>
      ))}
    </>
  );
}

/** The same text without paragraphs, for places that hold only phrases. */
export function Phrase({ text, plain = false }: Props) {
  return (
    <>
      {text.map((paragraph, place) => (
        <span key={place}>
          {place > 0 && " "}
          {inlines(paragraph, plain)}
        </span>
      ))}
    </>
  );
}

function inlines(nodes: readonly Inline[], plain: boolean): ComponentChildren[] {
  return nodes.map((node, place) => {
    if (typeof node === "string") return node;
    if ("em" in node) return <em key={place}>{inlines(node.em, plain)}</em>;
    if ("strong" in node) return <strong key={place}>{inlines(node.strong, plain)}</strong>;
    if ("code" in node) return <code key={place}>{node.code}</code>;
    return plain ? node.text : <Citation key={place} entry={node.ev} text={node.text} />;
  });
}
