import type { DeviceRefusal } from '#shared/api/device-refusal.ts';
import type { RefusalCode } from '#shared/api/refusal.ts';

/** Any reason that a screen can be asked to explain. */
export type ScreenRefusal = RefusalCode | DeviceRefusal;

/** What a call of a screen answers: the value, or a refusal that the screen explains. */
export type Answer<T> = { ok: T } | { refused: ScreenRefusal };
