import { callOwn, readRoot } from '../detect/call-own.ts';
import { type Colour, measureContrast, readAlpha, readColour } from '../detect/read-colour.ts';
import { boxAround } from '../detect/read-own.ts';
import { MARKER_SIZE, type MarkerSpot } from './place-marker.ts';

/** The marker in the page: one element without a child that the page could reach. */
export interface DrawnMarker {
  readonly host: HTMLElement;
  moveTo(field: Element, spot: MarkerSpot): void;
  hide(): void;
  /** Whether something is being prepared: its wave runs, or is dashed where nothing may move. */
  setBusy(busy: boolean): void;
}

/** The page could read more than this in it: in which language its visitor has us. */
const NAME = 'Wayveil';
const SVG = 'http://www.w3.org/2000/svg';
const TAG = 'M1.8 4.2A1.4 1.4 0 0 1 3.2 2.8h7.6l3.4 3.4v5.6a1.4 1.4 0 0 1-1.4 1.4H3.2a1.4 1.4 0 0 1-1.4-1.4z';
const WAVE = 'M1.6 9.4c2.1-1.3 4.3 1 6.4 0s4.3-1 6.4 0';
const INK = { light: '#1f5c57', dark: '#6fc7bd' } as const;

/** Everything is set as properties: no style sheet, no attribute and no markup that a shop's policy could refuse. */
export function drawMarker(document: Document, onPress: () => void): DrawnMarker {
  const host = callOwn(document, 'createElement', 'div');
  host.setAttribute('role', 'button');
  host.title = NAME;
  const paths = drawIcon(document, host.attachShadow({ mode: 'closed' }));
  setStyle(host, { all: 'initial', display: 'none' });
  takePresses(host, onPress);
  return {
    host,
    moveTo(field, { left, top, zIndex }) {
      const holder =
        field.closest(':is(dialog:modal, :popover-open)') ?? readRoot(document, 'documentElement');
      if (host.parentNode !== holder) holder.append(host);
      const size = `${MARKER_SIZE}px`;
      setStyle(host, {
        ...{ position: 'fixed', display: 'block', width: size, height: size, cursor: 'pointer' },
        ...{ left: `${left}px`, top: `${top}px`, 'z-index': String(zIndex), contain: 'strict' },
      });
      // A transformed ancestor is what a fixed element counts from, and a zoomed one makes it larger.
      setStyle(host, { zoom: '1' });
      setStyle(host, { zoom: String(MARKER_SIZE / host.getBoundingClientRect().width || 1) });
      const at = host.getBoundingClientRect();
      if (Math.abs(at.left - left) + Math.abs(at.top - top) > 0.5) {
        setStyle(host, { left: `${2 * left - at.left}px`, top: `${2 * top - at.top}px` });
      }
      const ink = isDark(field) ? INK.dark : INK.light;
      for (const path of paths) path.style.setProperty('stroke', ink);
    },
    hide() {
      host.remove();
    },
    setBusy(busy) {
      if (host.hasAttribute('aria-busy') === busy) return;
      if (busy) host.setAttribute('aria-busy', 'true');
      else host.removeAttribute('aria-busy');
      for (const path of paths) runWave(path, busy);
    },
  };
}

function drawIcon(document: Document, shadow: ShadowRoot): SVGPathElement[] {
  const icon = callOwn(document, 'createElementNS', SVG, 'svg');
  icon.setAttribute('viewBox', '0 0 16 16');
  icon.setAttribute('width', String(MARKER_SIZE));
  icon.setAttribute('height', String(MARKER_SIZE));
  const paths = [TAG, WAVE].map(shape => {
    const path = callOwn(document, 'createElementNS', SVG, 'path') as SVGPathElement;
    path.setAttribute('d', shape);
    path.setAttribute('fill', 'none');
    path.setAttribute('stroke-width', '1.4');
    path.setAttribute('stroke-linecap', 'round');
    icon.append(path);
    return path;
  });
  shadow.append(icon);
  return paths;
}

const DASHES = [3, 2];
const RUN_MS = 600;

function runWave(path: SVGPathElement, runs: boolean): void {
  path.style.setProperty('stroke-dasharray', runs ? DASHES.join(' ') : 'none');
  for (const animation of path.getAnimations()) animation.cancel();
  if (!runs || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const strokeDashoffset = ['0', `${-DASHES.reduce((sum, length) => sum + length, 0)}`];
  path.animate({ strokeDashoffset }, { duration: RUN_MS, iterations: Infinity });
}

function setStyle(element: HTMLElement, style: Record<string, string>): void {
  for (const [name, value] of Object.entries(style)) element.style.setProperty(name, value, 'important');
}

/** The focus stays in the field, the shop hears of nothing, and only a person's own press counts. */
function takePresses(host: HTMLElement, onPress: () => void): void {
  for (const type of [
    'pointerdown',
    'mousedown',
    'pointerup',
    'mouseup',
    'touchstart',
    'touchend',
  ] as const) {
    host.addEventListener(type, event => {
      if (type === 'mousedown') event.preventDefault();
      event.stopPropagation();
    });
  }
  host.addEventListener('click', event => {
    event.stopPropagation();
    if (event.isTrusted) onPress();
  });
}

const WHITE: Colour = [255, 255, 255];
const BLACK: Colour = [0, 0, 0];

/** Whether what stands behind the field is dark, by the nearest colour that is set. */
function isDark(field: Element): boolean {
  for (let one: Element | null = field; one; one = boxAround(one)) {
    const { backgroundColor } = getComputedStyle(one);
    const colour = readAlpha(backgroundColor) > 0.5 ? readColour(backgroundColor) : null;
    if (colour) return measureContrast(colour, WHITE) > measureContrast(colour, BLACK);
  }
  return getComputedStyle(readRoot(document, 'documentElement')).colorScheme.includes('dark')
    ? matchMedia('(prefers-color-scheme: dark)').matches
    : false;
}
