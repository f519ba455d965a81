/** Red, green and blue from 0 to 255. */
export type Colour = readonly [number, number, number];

const RGB = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/;

/** How opaque a computed colour is, 0 to 1; one in another notation counts as opaque unless it says that it is not. */
export function readAlpha(colour: string): number {
  if (colour === 'transparent') return 0;
  const rgb = RGB.exec(colour);
  if (rgb) return Number(rgb[4] ?? 1);
  const alpha = /\/ ([\d.]+)(%?)\)$/.exec(colour);
  return alpha ? Number(alpha[1]) / (alpha[2] ? 100 : 1) : 1;
}

/** A computed colour; one of a notation that has no numbers of its own for us is painted, and null where it cannot be. */
export function readColour(colour: string): Colour | null {
  const rgb = RGB.exec(colour);
  if (rgb) return [Number(rgb[1]), Number(rgb[2]), Number(rgb[3])];
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) return null;
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2). */
export function measureContrast(one: Colour, other: Colour): number {
  const [light = 0, dark = 0] = [measureLuminance(one), measureLuminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function measureLuminance(colour: Colour): number {
  const [red, green, blue] = colour.map(part => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}
