import type { HtmlTagDescriptor, Plugin, Rolldown } from "vite";

/** What every visitor sees first; the entry asks for it at once, beside the reader's language. */
const FIRST = /\/src\/ui\/page\.tsx$/;

/**
 * Names the first screen's files in the document, so that a browser asks for them together with the entry instead of
 * after it.
 */
export function firstScreenAhead(): Plugin {
  return {
    name: "passerby:first-screen-ahead",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (html, { bundle = {} }) => {
        const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
        const first = chunks.find(({ facadeModuleId }) => FIRST.test(facadeModuleId ?? ""));
        if (first === undefined) throw new Error("there is no chunk with the first screen");
        const needed = [...withImports(first, chunks)];
        const sheets = needed.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]);
        return [
          ...needed.map(({ fileName }) => link("modulepreload", fileName)),
          ...sheets.map((fileName) => link("stylesheet", fileName)),
        ].filter(({ attrs }) => !html.includes(`"${attrs.href}"`));
      },
    },
  };
}

type Chunk = Rolldown.OutputChunk;

/** A chunk and all that it imports; the entry, which the document names already, is left out. */
function withImports(
  chunk: Chunk,
  chunks: readonly Chunk[],
  found = new Set<Chunk>(),
): ReadonlySet<Chunk> {
  if (chunk.isEntry || found.has(chunk)) return found;
  found.add(chunk);
  for (const name of chunk.imports) {
    const imported = chunks.find(({ fileName }) => fileName === name);
    if (imported !== undefined) withImports(imported, chunks, found);
  }
  return found;
}

function link(rel: "modulepreload" | "stylesheet", fileName: string) {
  const attrs = { rel, crossorigin: true, href: `/${fileName}` };
  return { tag: "link", attrs, injectTo: "head" } satisfies HtmlTagDescriptor;
}
