// Sends what the page holds as an order, and shows what the shop says to it.
const form = document.getElementById('order');

function readControls() {
  const controls = [...form.querySelectorAll('[data-key]')];
  return Object.fromEntries(controls.map(control => [control.dataset.key, control.value]));
}

form.addEventListener('submit', async event => {
  event.preventDefault();
  const order = globalThis.readOrder ? globalThis.readOrder() : readControls();
  const response = await fetch(`${location.pathname}/orders`, {
    method: 'POST',
    body: JSON.stringify(order),
  });
  const { faults } = await response.json();
  document.getElementById('answer').textContent = faults.length === 0 ? 'Order accepted' : faults.join(', ');
});
