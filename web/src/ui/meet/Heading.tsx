import { useEffect, useRef } from "react";
import type { ComponentProps } from "react";

/** The heading of a state that has just begun. It takes the focus where that would otherwise be nowhere. */
export function Heading(props: ComponentProps<"h1">) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus();
  }, []);
  return <h1 ref={heading} tabIndex={-1} {...props} />;
}
