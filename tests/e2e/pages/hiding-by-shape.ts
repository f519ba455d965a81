const WIDE = 'font-size:40px;height:60px;width:300px';

/** Ways in which a field's letters are drawn in a shape that nobody reads, as `HIDING_WAYS` has them. */
export const SHAPING_WAYS: Readonly<Record<string, string>> = {
  'slanted to streaks': `fields.forEach(f => (f.style.transform = 'skewX(80deg)'))`,
  'slanted to streaks by two boxes': `box.style.transform = 'skewX(60deg)'; fields.forEach(f => (f.style.transform = 'skewX(60deg)'))`,
  'large letters nearly on their edge': `fields.forEach(f => (f.style.cssText = '${WIDE};transform:rotateX(82deg)'))`,
  'large letters nearly on their edge, from the side': `fields.forEach(f => (f.style.cssText = '${WIDE};transform:rotateY(84deg)'))`,
  'large letters nearly on their edge by a property of its own': `fields.forEach(f => (f.style.cssText = '${WIDE};rotate:x 82deg'))`,
  'large letters nearly on their edge in perspective': `box.style.perspective = '300px'; fields.forEach(f => (f.style.cssText = '${WIDE};transform:rotateX(85deg)'))`,
  'large letters nearly on their edge by two boxes in one space': `outer.style.perspective = '800px'; box.style.cssText = 'transform-style:preserve-3d;transform:rotateX(45deg)'; for (const p of box.children) p.style.cssText = '${WIDE};transform:rotateX(40deg)'`,
  'large letters pulled out to a line': `fields.forEach(f => (f.style.cssText = 'font-size:40px;scale:1 .13'))`,
  'blurred by less than three pixels': `box.style.filter = 'blur(2.9px)'`,
  'blurred by two pixels': `fields.forEach(f => (f.style.filter = 'blur(2px)'))`,
  'blurred twice, by a little': `box.style.filter = 'blur(1.4px)'; outer.style.filter = 'blur(1.4px)'`,
  'blurred three times in one': `box.style.filter = 'blur(1.2px) blur(1.2px) blur(1.2px)'`,
  'small letters, blurred by a little': `fields.forEach(f => (f.style.cssText = 'font-size:8px;filter:blur(1.3px)'))`,
};

const HOUR = `{ duration: 3600000, fill: 'forwards' }`;

/** Ways in which a field that is seen is on its way to be seen no more, as `HIDING_WAYS` has them. */
export const MOVING_WAYS: Readonly<Record<string, string>> = {
  'carried off slowly': `box.animate({ transform: ['none', 'translateX(-900px)'] }, ${HOUR})`,
  'carried off in a while': `box.animate({ transform: ['none', 'translateX(-900px)'] }, { duration: 1000, delay: 60000, fill: 'forwards' })`,
  'carried off all at once': `sheet('#box{animation:go 60s steps(1,end) forwards}@keyframes go{to{translate:-900px 0}}')`,
  'carried off along a path': `sheet('#box{offset-path:path("M0 0 L-900000 0");offset-rotate:0deg;offset-anchor:0 0;animation:go 3600s forwards}@keyframes go{from{offset-distance:0}to{offset-distance:100%}}')`,
  'carried off by a transition': `box.style.cssText = 'position:relative;left:0;transition:left 3600s'; box.getBoundingClientRect(); box.style.left = '-900px'`,
  'fading by three boxes, none of them to nothing': `for (const one of [box, outer]) one.animate({ opacity: [1, .3] }, ${HOUR})`,
  'blurred slowly': `box.animate({ filter: ['blur(0)', 'blur(9px)'] }, ${HOUR})`,
  'shrunk slowly': `box.animate({ scale: [1, .1] }, ${HOUR})`,
  'clipped slowly': `box.animate({ clipPath: ['inset(0)', 'inset(0 100% 0 0)'] }, ${HOUR})`,
  'letters that vanish': `fields.forEach(f => f.animate({ color: ['#000', 'transparent'] }, ${HOUR}))`,
  'away most of the time, for ever': `box.animate(MOSTLY_AWAY, FOR_EVER)`,
  'away most of the time, half of its presence gone': `box.animate(MOSTLY_AWAY, FOR_EVER).currentTime = 540000`,
  'away most of the time, in one of many turns': `box.animate(MOSTLY_AWAY, { duration: 3600000, iterations: 99, fill: 'forwards' }).currentTime = 540000`,
  'away for ever, in a while': `box.animate({ translate: ['-900px', '-900px'] }, { duration: 1000, delay: 60000, iterations: Infinity })`,
  'away most of the time, around a slot': `const s = outer.attachShadow({ mode: 'open' }); s.innerHTML = '<div><slot>'; s.firstChild.animate(MOSTLY_AWAY, FOR_EVER).currentTime = 540000`,
  'away most of the time, by the host of a tree': `const h = outer.appendChild(document.createElement('div')); h.attachShadow({ mode: 'open' }).append(box); outer.insertAdjacentHTML('beforeend', '<input hidden><input hidden>'); h.animate(MOSTLY_AWAY, FOR_EVER).currentTime = 540000`,
  'carried off slowly, behind hundreds that stay': `for (let at = 0; at < 300; at++) after.animate({ color: ['#000', '#111'] }, ${HOUR}); box.animate({ transform: ['none', 'translateX(-900px)'] }, ${HOUR})`,
  'away until the very end': `box.animate([{ offset: 0, transform: 'none' }, { offset: .3, transform: 'none' }, { offset: .31, transform: 'translateX(-900px)' }, { offset: .999, transform: 'translateX(-900px)' }, { offset: 1, transform: 'none' }], ${HOUR})`,
  'under a cover that is on its way': `const c = cover(); c.style.background = '#fff'; c.animate({ transform: ['translateX(900px)', 'none'] }, ${HOUR})`,
};

/** What pages do that hides nothing, as scripts like those of `HIDING_WAYS`. */
export const GENTLE_WAYS: Readonly<Record<string, string>> = {
  'turned by two degrees': `box.style.transform = 'rotate(2deg)'`,
  'each field turned a little': `fields.forEach(f => (f.style.transform = 'rotate(-1deg)'))`,
  'slanted as italics are': `fields.forEach(f => (f.style.transform = 'skewX(-20deg)'))`,
  'slanted, and back': `box.style.transform = 'skewX(-60deg)'; fields.forEach(f => (f.style.transform = 'skewX(60deg)'))`,
  'a card that shows its back': `outer.style.perspective = '900px'; const back = document.createElement('div'); back.append(...box.childNodes); box.append(back); box.style.cssText = 'transform-style:preserve-3d;transform:rotateY(180deg)'; back.style.cssText = 'transform:rotateY(180deg);backface-visibility:hidden'`,
  'tilted in perspective': `outer.style.perspective = '900px'; box.style.transform = 'rotateY(20deg)'`,
  'a trace of blur': `box.style.filter = 'blur(.5px)'`,
  'a step that slides in': `box.animate({ transform: ['translateX(700px)', 'none'], opacity: [0, 1] }, 1900)`,
  'an accordion that opens': `outer.style.cssText = 'overflow:hidden;height:0;transition:height 1.9s'; outer.getBoundingClientRect(); outer.style.height = '90px'`,
  'a veil that fades away': `const c = cover(); c.style.cssText += ';background:#fff;visibility:hidden'; c.animate({ opacity: [1, 0], visibility: ['visible', 'hidden'] }, 1900)`,
  'a pulse': `box.animate({ opacity: [1, .5, 1] }, { duration: 2000, iterations: Infinity })`,
  'a float': `box.animate({ transform: ['none', 'translateY(-6px)', 'none'] }, { duration: 6000, iterations: Infinity })`,
  'a shake': `box.animate({ transform: ['none', 'translateX(6px)', 'translateX(-6px)', 'none'] }, 1900)`,
  'a spinner beside it': `const s = outer.appendChild(document.createElement('i')); s.style.cssText = 'display:inline-block;width:20px;height:20px;border:2px solid'; s.animate({ rotate: ['0deg', '360deg'] }, { duration: 800, iterations: Infinity })`,
  'in a tree of its own, its host ringed': `const h = outer.appendChild(document.createElement('div')); h.attachShadow({ mode: 'open' }).append(box); outer.insertAdjacentHTML('beforeend', '<input hidden><input hidden>'); h.style.cssText = 'box-shadow:0 0 0 3px #06c;outline:2px solid #000'`,
  'in a tree of its own, in a ringed box': `const h = outer.appendChild(document.createElement('div')); h.attachShadow({ mode: 'open' }).append(box); outer.insertAdjacentHTML('beforeend', '<input hidden><input hidden>'); outer.style.cssText = 'box-shadow:0 0 0 3px #06c;outline:2px solid #000;padding:4px'`,
  'a highlight that fades': `fields.forEach(f => f.animate({ backgroundColor: ['#ffa', '#fff'] }, 5000))`,
};
