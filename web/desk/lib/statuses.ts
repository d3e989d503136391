import type { StaffView } from '../../../adapters/desk/schemas.ts';

/** Whether new customers come to an agent; in the order in which they are offered. */
export const STATUSES = ['available', 'busy', 'away'] as const satisfies readonly StaffView['status'][];
