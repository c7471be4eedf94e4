/** The `count` candidates that need the fewest edits to become `word`, nearest first; ties in alphabetical order. */
export function nearest(word, candidates, count = 3) {
  return candidates
    .map((candidate) => [distance(word.toLowerCase(), candidate.toLowerCase()), candidate])
    .sort(([a, x], [b, y]) => a - b || (x < y ? -1 : 1))
    .slice(0, count)
    .map(([, candidate]) => candidate);
}

/** Levenshtein's distance. */
function distance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length];
}
