import { useId, useState } from 'preact/hooks';
import { MailAddress } from './mail-address.tsx';
import { useText } from './surroundings.tsx';

interface VeilPairProps {
  /** What the pair is about: "Name", "Address". */
  label: string;
  /** What the shop sees, line by line. */
  virtual: readonly string[];
  /** What is true, or null where this device does not know it. */
  real: readonly string[] | null;
}

/**
 * The virtual line in ink and the true one under a woven veil that lifts while it is held, by pointer or by Space.
 * Who cannot hold (a switch, a screen reader's click) lifts and lowers it by a click.
 */
export function VeilPair({ label, virtual, real }: VeilPairProps) {
  const { t } = useText();
  return (
    <div class="veil-pair">
      <span class="veil-pair-label">{label}</span>
      <span class="veil-pair-virtual">
        <span class="visually-hidden">{t('veil.shop_sees')}: </span>
        <Lines lines={virtual} />
      </span>
      {real ? <Veil label={label} lines={real} /> : null}
    </div>
  );
}

function Veil({ label, lines }: { label: string; lines: readonly string[] }) {
  const { t } = useText();
  const id = useId();
  const [lifted, setLifted] = useState(false);
  const lower = () => setLifted(false);
  return (
    <>
      <button
        type="button"
        class="veil"
        title={t('veil.hold')}
        aria-label={t('veil.name', { label })}
        aria-pressed={lifted}
        data-lifted={lifted || undefined}
        onPointerDown={() => setLifted(true)}
        onPointerUp={lower}
        onPointerCancel={lower}
        onPointerLeave={lower}
        onBlur={lower}
        onKeyDown={event => {
          if (event.key !== ' ') return;
          event.preventDefault();
          setLifted(true);
        }}
        onKeyUp={event => {
          if (event.key === ' ') lower();
        }}
        onClick={event => {
          if (event.detail === 0) setLifted(!lifted);
        }}
      >
        <span class="veil-text" aria-hidden="true">
          <Lines lines={lines} />
        </span>
      </button>
      <span class="visually-hidden" id={id} aria-live="polite">
        {lifted ? lines.join(', ') : ''}
      </span>
    </>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of one address never change places
        <span key={index} style={{ display: 'block' }}>
          <MailAddress address={line} />
        </span>
      ))}
    </>
  );
}
