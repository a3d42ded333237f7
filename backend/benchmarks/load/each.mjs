/** How many tasks run at a time. */
const AT_ONCE = 32;

/** Does `task(index)` for every index below `count`, `AT_ONCE` at a time, and keeps the results in order. */
export async function each(count, task) {
  const results = new Array(count);
  let next = 0;
  const worker = async () => {
    while (next < count) {
      const index = next++;
      results[index] = await task(index);
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, count) }, worker));
  return results;
}
