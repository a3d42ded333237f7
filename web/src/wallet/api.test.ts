import { expect, test } from "vitest";
import { csrfToken } from "./api";

test("finds the token among other cookies", () =>
  expect(csrfToken("a=1; XSRF-TOKEN=to%2Bken; b=2")).toBe("to+ken"));

test("does not take a cookie that only ends like it", () =>
  expect(csrfToken("X-XSRF-TOKEN=1")).toBeUndefined());
