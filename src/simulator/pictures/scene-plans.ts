/** One thing in a scene: what it is, where its foot (or its middle, when it lies) is, how large and how turned. */
export type Prop = readonly [
  family: string,
  shape: string,
  material: string,
  color: string,
  x: number,
  y: number,
  scale: number,
  turn?: number,
];

export type ScenePlan = {
  readonly wall: string;
  /** above: a cloth from straight above · table, shelf, floor: from the side, standing at `level`. */
  readonly ground: 'table' | 'shelf' | 'floor' | 'above';
  readonly level: number;
  readonly props: readonly Prop[];
};

export const SCENES: Readonly<Record<string, ScenePlan>> = {
  morning: {
    wall: '#dfd6c6',
    ground: 'table',
    level: 980,
    props: [
      ['vase', 'bottle', 'stoneware', '#8db9aa', 1730, 1020, 0.72],
      ['bowl', 'round', 'stoneware', '#e6dfd0', 1330, 1090, 0.5],
      ['mug', 'straight', 'stoneware', '#bd6440', 1990, 1120, 0.52],
      ['candle', 'jar', 'wax', '#2f4b3e', 1010, 1060, 0.46],
      ['planter', 'classic', 'terracotta', '#bd6440', 2230, 1030, 0.6],
    ],
  },
  evening: {
    wall: '#a9a394',
    ground: 'table',
    level: 1000,
    props: [
      ['lamp', 'mushroom', 'steel', '#c58f35', 640, 1050, 0.82],
      ['vase', 'bud', 'stoneware', '#27344e', 1080, 1070, 0.6],
      ['candle', 'pillar', 'beeswax', '#dba94c', 1420, 1060, 0.44],
      ['candle', 'pillar', 'wax', '#e6dfd0', 1570, 1100, 0.34],
      ['mug', 'belly', 'stoneware', '#6a7349', 1850, 1110, 0.5],
    ],
  },
  shelf: {
    wall: '#d8d3c6',
    ground: 'shelf',
    level: 1010,
    props: [
      ['vase', 'round', 'stoneware', '#d3bb92', 330, 1000, 0.6],
      ['vase', 'tall', 'stoneware', '#3a3b3d', 720, 1000, 0.66],
      ['vase', 'flared', 'stoneware', '#e6dfd0', 1060, 1000, 0.6],
      ['vase', 'dipped', 'stoneware', '#c58f35', 1380, 1000, 0.72],
      ['vase', 'dipped', 'stoneware', '#426a8a', 1690, 1000, 0.66],
      ['vase', 'round', 'glass', '#8db9aa', 2070, 1000, 0.62],
    ],
  },
  glassware: {
    wall: '#d5dad5',
    ground: 'table',
    level: 1000,
    props: [
      ['glass', 'jug', 'glass', '#dbe7e3', 560, 1060, 0.78],
      ['glass', 'tumbler', 'glass', '#8db9aa', 980, 1100, 0.56],
      ['glass', 'wine', 'glass', '#dbe7e3', 1310, 1080, 0.7],
      ['glass', 'highball', 'glass', '#bf7a2b', 1620, 1090, 0.6],
      ['glass', 'carafe', 'glass', '#8db9aa', 1980, 1060, 0.72],
    ],
  },
  lamps: {
    wall: '#b9b3a4',
    ground: 'table',
    level: 1010,
    props: [
      ['lamp', 'dome', 'steel', '#2f4b3e', 460, 1060, 0.72],
      ['lamp', 'globe', 'brass', '#c29b54', 960, 1090, 0.62],
      ['lamp', 'ceramic', 'stoneware', '#d3bb92', 1440, 1060, 0.72],
      ['lamp', 'portable', 'steel', '#bd6440', 1930, 1090, 0.72],
    ],
  },
  table: {
    wall: '#c9bda6',
    ground: 'above',
    level: 0,
    props: [
      ['plate', 'coupe', 'stoneware', '#e6dfd0', 700, 640, 0.62],
      ['plate', 'speckled', 'stoneware', '#dcb1a0', 1500, 420, 0.5],
      ['board', 'paddle', 'oak', '#c79c68', 1880, 820, 0.56, 28],
      ['plate', 'striped', 'stoneware', '#426a8a', 1330, 1080, 0.44],
    ],
  },
  textiles: {
    wall: '#d6cbb8',
    ground: 'above',
    level: 0,
    props: [
      ['throw', 'fringe', 'wool', '#426a8a', 560, 660, 0.72],
      ['cushion', 'plain', 'linen', '#97482b', 1340, 560, 0.62, 4],
      ['cushion', 'knit', 'wool', '#c4ad8b', 1930, 800, 0.66, -8],
    ],
  },
  wardrobe: {
    wall: '#cfc8ba',
    ground: 'above',
    level: 0,
    props: [
      ['knit', 'cardigan', 'wool', '#6a7349', 520, 690, 0.64, -6],
      ['shirt', 'striped', 'cotton', '#426a8a', 1270, 660, 0.62, 3],
      ['trousers', 'chino', 'cotton', '#27344e', 1960, 700, 0.6, 6],
    ],
  },
  winter: {
    wall: '#c3c6c4',
    ground: 'above',
    level: 0,
    props: [
      ['knit', 'yoke', 'wool', '#27344e', 590, 690, 0.66, -5],
      ['scarf', 'check', 'wool', '#8e3434', 1290, 680, 0.62, 8],
      ['beanie', 'bobble', 'merino', '#c4ad8b', 1880, 470, 0.46, 6],
      ['socks', 'ragg', 'wool', '#2f4b3e', 1960, 960, 0.42, 12],
    ],
  },
  garden: {
    wall: '#d9d9c9',
    ground: 'table',
    level: 1010,
    props: [
      ['planter', 'classic', 'terracotta', '#bd6440', 420, 1060, 0.72],
      ['planter', 'belly', 'stoneware', '#27344e', 930, 1080, 0.68],
      ['planter', 'footed', 'stoneware', '#9aa88a', 1400, 1060, 0.7],
      ['planter', 'classic', 'terracotta', '#d3bb92', 1890, 1080, 0.74],
    ],
  },
  gifts: {
    wall: '#cdbfa9',
    ground: 'above',
    level: 0,
    props: [
      ['set', 'breakfast', 'stoneware', '#e6dfd0', 690, 690, 0.86, -4],
      ['notebook', 'set', 'paper', '#c58f35', 1560, 560, 0.56, 6],
      ['tote', 'plain', 'cotton', '#27344e', 2060, 780, 0.5, 8],
    ],
  },
  room: {
    wall: '#d4cfc0',
    ground: 'floor',
    level: 1060,
    props: [
      ['lamp', 'floor', 'brass', '#c29b54', 480, 1180, 0.7],
      ['planter', 'belly', 'stoneware', '#e6dfd0', 1950, 1200, 0.84],
      ['vase', 'tall', 'stoneware', '#97482b', 1500, 1200, 0.62],
      ['lamp', 'lantern', 'paper', '#f2efe8', 620, -330, 0.62],
    ],
  },
};
