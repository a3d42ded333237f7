import { useRef } from "react";
import { Button } from "../controls/Button";

/** A button that lets somebody choose a picture file. */
export function PictureFile({
  children,
  busy,
  onFile,
}: {
  readonly children: string;
  readonly busy: boolean;
  readonly onFile: (file: File) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button busy={busy} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        className="visually-hidden"
        type="file"
        accept="image/*"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file !== undefined) onFile(file);
          // So that the same file can be chosen again.
          event.target.value = "";
        }}
      />
    </>
  );
}
