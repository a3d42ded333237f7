import { randomBytes } from "node:crypto";
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Person } from "../e2e/person";
import { expect, test } from "../e2e/test";
import { root } from "../e2e/world/child";
import { bareChannel } from "./bareChannel";
import { Sampler } from "./Sampler";
import type { Sample, Used } from "./Sampler";
import { mean, megabytes, table } from "./table";

const MB = 1 << 20;
const SIZE = Number(process.env.MEGABYTES ?? 2048) * MB;

/** Where the receiver's file goes: through the browser's private file system, or into a file that was chosen. */
type Way = "private" | "chosen";
interface Run extends Record<"sender" | "receiver", Used> {
  readonly what: "bare" | Way;
  readonly seconds: number;
}

// The floor is measured before and after, so that a machine that gets slower or quicker meanwhile does not decide.
const ORDER = (process.env.ORDER ?? "bare,private,chosen,bare").split(",") as Run["what"][];

test("a large file from disk to disk, beside a bare data channel", async ({ arrive }) => {
  const folder = mkdtempSync(join(tmpdir(), "passerby-bench-"));
  try {
    const file = join(folder, "large.bin");
    fill(file);
    const ada = await arrive("Ada");
    const bruno = await arrive("Bruno");
    await meet(ada, bruno);
    const runs: Run[] = [];
    for (const [index, what] of ORDER.entries())
      runs.push(await run(ada, bruno, what, file, index));
    report(runs);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Bytes that no disk and no line makes smaller. */
function fill(path: string): void {
  const file = openSync(path, "w");
  const block = randomBytes(MB);
  for (let at = 0; at < SIZE; at += MB) {
    block.writeDoubleLE(at, 0);
    writeSync(file, block);
  }
  closeSync(file);
}

async function meet(ada: Person, bruno: Person): Promise<void> {
  for (const person of [ada, bruno]) {
    await person.page.addInitScript(() => Reflect.deleteProperty(window, "showSaveFilePicker"));
    // The browser would copy it into its downloads while the next run is measured.
    person.page.on("download", (download) => void download.cancel());
    await person.comeIn();
  }
  for (const person of [ada, bruno]) await person.meet();
  for (const person of [ada, bruno]) await person.expectPhase("live");
  // Coding pictures takes the better part of a small machine, and none of it is what is measured here.
  for (const person of [ada, bruno]) {
    await person.wake();
    await person.button("Camera off").click();
    await person.page.keyboard.press("a");
    await expect(person.dialog("Files")).toBeVisible();
  }
}

async function run(
  ada: Person,
  bruno: Person,
  what: Run["what"],
  file: string,
  index: number,
): Promise<Run> {
  await choosing(bruno, what === "chosen");
  const stops = [await (await Sampler.of(ada)).start(), await (await Sampler.of(bruno)).start()];
  const seconds =
    what === "bare"
      ? await bareChannel(ada.page, bruno.page, SIZE, 900 + index)
      : await send(ada, bruno, file);
  const [sender, receiver] = await Promise.all(stops.map((stop) => stop()));
  if (sender === undefined || receiver === undefined) throw new Error("nobody looked");
  await forget(bruno);
  console.warn(`${what}: ${(SIZE / MB / seconds).toFixed(1)} MiB/s`);
  return { what, seconds, sender, receiver };
}

/** From the tap that accepts it until the sender knows that it is written and its digest right. */
async function send(ada: Person, bruno: Person, file: string): Promise<number> {
  await ada.page.getByTestId("file-input").setInputFiles(file);
  const accept = bruno.button("Accept large.bin");
  await expect(accept).toBeVisible();
  const newest = ada.page.locator("[data-file]").first();
  const begun = performance.now();
  await accept.click();
  await newest.getByText("They have all of it").waitFor({ timeout: 0 });
  return (performance.now() - begun) / 1000;
}

/** As a browser that lets one choose would be, without the window in which one does. */
async function choosing({ page }: Person, choosing: boolean): Promise<void> {
  await page.evaluate((choosing) => {
    if (!choosing) return void Reflect.deleteProperty(window, "showSaveFilePicker");
    Object.assign(window, {
      showSaveFilePicker: async () =>
        (await navigator.storage.getDirectory()).getFileHandle("chosen", { create: true }),
    });
  }, choosing);
}

/** Two gigabytes a run are not to be left on the disk. */
async function forget({ page }: Person): Promise<void> {
  await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    for await (const entry of root.values()) {
      if (entry.kind === "file") await root.removeEntry(entry.name);
      else
        for await (const folder of entry.values())
          if (folder.kind === "directory")
            for await (const name of folder.keys()) await folder.removeEntry(name);
    }
  });
}

function report(runs: readonly Run[]): void {
  const speed = ({ seconds }: Run): number => SIZE / MB / seconds;
  const floors = runs.filter(({ what }) => what === "bare");
  const floor = mean(floors.map(speed));
  const cpu = ({ sender, receiver }: Run): number => sender.cpuSeconds + receiver.cpuSeconds;
  const floorCpu = mean(floors.map(cpu));
  const gigabytes = SIZE / (1 << 30);
  const throughput = table(
    ["2 pages, 1 file", "seconds", "MiB/s", "of bare", "CPU s/GiB", "of bare"].map(
      (name, column) => (column === 0 ? `${SIZE / MB} MiB` : name),
    ),
    runs.map((run) => [
      NAMES[run.what],
      run.seconds.toFixed(1),
      speed(run).toFixed(1),
      (speed(run) / floor).toFixed(2),
      (cpu(run) / gigabytes).toFixed(1),
      (cpu(run) / floorCpu).toFixed(2),
    ]),
  );
  const memory = table(
    ["MiB resident: before → peak", "renderer", "browser", "network", "JS heap"],
    runs.flatMap((run) =>
      (["sender", "receiver"] as const).map((side) => [
        `${NAMES[run.what]}, ${side}`,
        ...(["renderer", "browser", "network", "heap"] as const).map((kind) =>
          growth(run[side].samples, kind),
        ),
      ]),
    ),
  );
  const course = table(
    ["MiB of the renderer over time", ...TENTHS.map((tenth) => `${tenth * 10} %`)],
    runs.flatMap((run) =>
      (["sender", "receiver"] as const).map((side) => [
        `${NAMES[run.what]}, ${side}`,
        ...TENTHS.map((tenth) => megabytes(at(run[side].samples, tenth / 10).renderer)),
      ]),
    ),
  );
  console.warn(`\n${throughput}\n\n${memory}\n\n${course}\n`);
  const results = join(root, "web", "target", "benchmarks");
  mkdirSync(results, { recursive: true });
  writeFileSync(join(results, "files.json"), JSON.stringify(runs, null, 1));
}

const NAMES = {
  bare: "bare channel",
  private: "file, private to download",
  chosen: "file, where chosen",
} as const;
const TENTHS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

function growth(samples: readonly Sample[], kind: Exclude<keyof Sample, "second">): string {
  const values = samples.map((sample) => sample[kind]);
  return `${megabytes(values[0] ?? 0)} → ${megabytes(Math.max(...values))}`;
}

function at(samples: readonly Sample[], part: number): Sample {
  const sample = samples[Math.round(part * (samples.length - 1))];
  if (sample === undefined) throw new Error("nobody looked");
  return sample;
}
