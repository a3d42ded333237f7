import { expect, test } from "vitest";
import { routeOf } from "./router";

test.each([
  ["/", "welcome"],
  ["/meet", "meet"],
  ["/meet/", "meet"],
  ["/passes", "passes"],
  ["/contacts", "contacts"],
  ["/recordings", "recordings"],
  ["/Meet", "welcome"],
  ["/elsewhere", "welcome"],
])("%s is %s", (path, route) => expect(routeOf(path)).toBe(route));
