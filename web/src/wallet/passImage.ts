/** The picture inside a pass's `data:application/json` token URI, if it is an SVG data URI. */
export function readPassImage(tokenUri: string): string | undefined {
  const json = jsonOf(tokenUri);
  if (typeof json !== "object" || json === null) return undefined;
  const { image } = json as { image?: unknown };
  return typeof image === "string" && /^data:image\/svg\+xml[;,]/.test(image) ? image : undefined;
}

function jsonOf(uri: string): unknown {
  const match = /^data:application\/json(?<parameters>(?:;[^,]*)?),(?<data>.*)$/s.exec(uri);
  if (match?.groups === undefined) return undefined;
  const { parameters = "", data = "" } = match.groups;
  try {
    return JSON.parse(
      parameters.endsWith(";base64") ? utf8(atob(data)) : decodeURIComponent(data),
    ) as unknown;
  } catch {
    return undefined;
  }
}

function utf8(bytes: string): string {
  return new TextDecoder().decode(Uint8Array.from(bytes, (character) => character.charCodeAt(0)));
}
