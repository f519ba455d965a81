import { h, render } from 'preact';
import { useState as usePreactState } from 'preact/hooks';
import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';

// Two applications whose inputs show their state only: a value that the state does not have is put back.

function ReactCity(): ReturnType<typeof createElement> {
  const [city, setCity] = useState('');
  return createElement(
    'div',
    null,
    createElement('label', { htmlFor: 'react-city' }, 'City'),
    createElement('input', {
      id: 'react-city',
      value: city,
      onChange: (event: { target: HTMLInputElement }) => setCity(event.target.value),
    }),
    createElement('output', { id: 'react-state' }, city),
  );
}

function PreactPostcode(): ReturnType<typeof h> {
  const [code, setCode] = usePreactState('');
  return h(
    'div',
    null,
    h('label', { for: 'preact-code' }, 'ZIP code'),
    h('input', {
      id: 'preact-code',
      value: code,
      onInput: (event: InputEvent) =>
        setCode(event.target instanceof HTMLInputElement ? event.target.value : ''),
    }),
    h('output', { id: 'preact-state' }, code),
  );
}

/** Puts both applications into the page. */
export function mountControlledInputs(): void {
  const react = document.body.appendChild(document.createElement('div'));
  const preact = document.body.appendChild(document.createElement('div'));
  createRoot(react).render(createElement(ReactCity));
  render(h(PreactPostcode, {}), preact);
}
