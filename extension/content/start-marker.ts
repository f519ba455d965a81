import { drawFieldMarker } from './field-marker.ts';
import { findMarkedFields } from './marked-fields.ts';

/** Draws in this frame. Put in a second time it takes the place of the first. */
export function startMarker(): void {
  const marked = findMarkedFields();
  if (marked) drawFieldMarker(document, marked);
}
