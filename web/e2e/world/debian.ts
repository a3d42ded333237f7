import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { root } from "./child";

/**
 * The path of a program of a Debian package; what the machine lacks is unpacked into the target folder.
 *
 * @param program its path within the package
 */
export function fromDebian(packageName: string, program: string): string {
  const tool = join(root, "tools", "from-debian");
  return execFileSync(tool, [packageName, program], { encoding: "utf8" }).trim();
}
