/** Stages of an improvement (OSM 5.3.2); `done` ends it. */
export const IMPROVEMENT_STAGES = ['plan', 'do', 'check', 'act', 'done'] as const;
export type ImprovementStage = (typeof IMPROVEMENT_STAGES)[number];
