/** A control `x` for a postcode, by where its label stands. */
export const LABEL_PLACES: readonly (readonly [string, string])[] = [
  ['label for', '<label for="x">Postal code</label><input id="x">'],
  ['label around', '<label>Postal code <input id="x"></label>'],
  ['aria-label', '<input id="x" aria-label="Postal code">'],
  [
    'aria-labelledby',
    '<span id="a">Postal</span> <span id="b">code</span><input id="x" aria-labelledby="a b">',
  ],
  ['placeholder', '<input id="x" placeholder="Postal code">'],
  ['value, which names it', '<input id="x" value="Postal code">'],
  ['value, which asks for it', '<input id="x" value="Inserisci il codice postale">'],
  ['text before, not a stroke', '<p>Postal code <input id="x" size="5"> / <input size="4"></p>'],
  ['unit behind it', '<p>住所</p><p><input>都道府県 <input id="x">郵便番号 <input>市</p>'],
  [
    'label, beside one whose for was copied',
    '<p><label for="x">City</label><input></p><p><label for="x">Postal code</label><input id="x"></p>',
  ],
  ['sign before it, behind another', '<p>(<input size="3">) <input> 郵便番号 <input id="x"></p>'],
  [
    'text beside it, below the head of a column',
    '<table><tr><th>A<th>B</tr><tr><td>Postal code <input id="x"><td><input></tr></table>',
  ],
  ['prompt for a widget', '<select id="x" data-placeholder="Postal code"><option><option>1010</select>'],
  [
    'a label of nothing behind it, below a title of the whole',
    '<div>Edit name</div><div><input id="x"><label>Postal code</label></div>',
  ],
  ['a half as wide as one', '<label>Postal code<input size="5"></label> - <input id="x" size="4">'],
  ['text before', '<div>Postal code:</div><div><input id="x"></div>'],
  ['text before help', '<div><p>Postal code</p><p>Required.</p><p>(no spaces)</p><input id="x"></div>'],
  [
    'labels in a row before their controls',
    '<p><label for="a">City</label> <label for="a">Postal code</label> <input> <input id="x"></p>',
  ],
  [
    'a link behind the control before',
    '<p>Address <input> <a>Find city</a><br><input id="x"> Postal code</p>',
  ],
  ['a prompt without a value', '<select id="x"><option>Select postal code<option>1010</select>'],
  ['text behind, line by line', '<input> City<br><input id="x"> Postal code<br><input> Phone<br>'],
  [
    'labels of nothing behind their controls',
    '<p><input><label for="a">City</label><br><input id="x"><label for="b">Postal code</label><br></p>',
  ],
  ['the title of a box', '<div><span title="Postal code"><input id="x"></span></div>'],
  [
    'an id that several controls were given',
    '<p><label for="x">City</label><input id="x"></p><p><label for="x">Postal code</label><input id="x"></p>',
  ],
  ['cell before', '<table><tr><td>Postal code</td><td><input id="x"></td></tr></table>'],
  [
    'cell above',
    '<table><tr><th>Name</th><th>Postal code</th></tr><tr><td><input></td><td><input id="x"></td></tr></table>',
  ],
  [
    'cell before the table that it stands in',
    '<table><tr><td>Postal code</td><td><table><tr><td><input id="x"></td></tr></table></td></tr></table>',
  ],
  [
    'place below a label, not by the head of its section',
    '<table><tr><th>Address</th></tr><tr><td><p>City, State, Zip</p><input><input><input id="x"></td></tr></table>',
  ],
  [
    'open shadow root',
    '<div><template shadowrootmode="open"><label>Postal code <input id="x"></label></template></div>',
  ],
  [
    'a form whose fields shadow its properties',
    '<form><input name="id"><input name="title"><input name="tagName"><label>Postal code <input id="x"></label></form>',
  ],
  [
    'a label that floats over it, not by the head of its section',
    '<div><span>1. Name</span><div><div><input id="x" placeholder=" "><div>Postal code</div></div><div><input placeholder=" "><div>City</div></div></div></div>',
  ],
  [
    'a label of nothing before it, where the first control has none',
    '<div><select><option>Home</select><label>City</label><input><label>Postal code</label><input id="x"><label>Phone</label><input></div>',
  ],
];
