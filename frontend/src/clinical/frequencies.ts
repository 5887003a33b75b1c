// Natural frequencies: a start and a question's accuracy as whole people. The twin of redflags/clinical/frequencies.py.

/** People who were asked one question. */
export interface People {
  readonly sickYes: number;
  readonly sickNo: number;
  readonly wellYes: number;
  readonly wellNo: number;
}

/** Rounded by the largest remainder, so that the four add up; of equal remainders the earlier wins. */
export function people(total: number, prior: number, sensitivity: number, specificity: number): People {
  const shares = [
    total * prior * sensitivity,
    total * prior * (1 - sensitivity),
    total * (1 - prior) * (1 - specificity),
    total * (1 - prior) * specificity,
  ];
  const whole = shares.map(Math.floor);
  const missing = total - whole.reduce((sum, count) => sum + count, 0);
  const byRemainder = shares
    .map((share, place) => ({ place, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder)
    .slice(0, missing);
  for (const { place } of byRemainder) whole[place] = (whole[place] ?? 0) + 1;
  const [sickYes = 0, sickNo = 0, wellYes = 0, wellNo = 0] = whole;
  return { sickYes, sickNo, wellYes, wellNo };
}
