export const target = {
  line: (share: string, target: string) => `${share} of ${target}`,
  rate: (target: string) => `target ${target}`,
  states: {
    planned: 'planned',
    on_track: 'on track',
    at_risk: 'at risk',
    off_track: 'likely missed',
    reached: 'reached',
    missed: 'missed',
    unknown: 'no forecast yet',
  },
};
