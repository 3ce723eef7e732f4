/** To how many turns what goes along can be cut. @source ours: enough for what was just spoken of, and the picture alone */
const CUTS = [3, 1];

/** Those that are fewer than go along uncut. */
export function contextCuts({ sent }: { sent: number }): readonly number[] {
  return CUTS.filter((most) => most < sent);
}
