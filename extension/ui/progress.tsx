/** How far something is, in words and as a bar. */
export function Progress(props: { label: string; value: number; max: number }) {
  return (
    <label class="progress">
      <span class="small quiet">{props.label}</span>
      <progress value={props.value} max={props.max} />
    </label>
  );
}
