import { type KeyboardEvent, useState } from 'react';
import type { Mask } from '../../core/mask/mask.js';
import { formatPlain } from '../../react/format.js';
import type { Zoom } from '../asset-viewer/lightbox/zoom.js';
import type { Tool } from './brush.js';
import { stageAction, stepAction } from './keys.js';
import { shareText } from './share-text.js';
import type { MaskStep } from './Toolbar.js';
import { useFrame } from './use-frame.js';
import type { MaskWords } from './words.js';

interface EditingOn {
  mask: Mask | undefined;
  zoom: Zoom;
  tool: Tool;
  words: MaskWords;
  /** Makes the brush some steps wider. */
  onWider: (steps: number) => void;
}

interface Editing {
  frame: ReturnType<typeof useFrame>;
  /** What is told of the last of them. */
  said: string;
  step(name: MaskStep): void;
  onStageKey(event: KeyboardEvent): void;
  onKey(event: KeyboardEvent): void;
}

/** What buttons and keys do to a mask, and what is said of it to who does not see it. */
export function useEditing({ mask, zoom, tool, words: all, onWider }: EditingOn): Editing {
  const { locale, messages: { mask: words } } = all;
  const frame = useFrame();
  const [said, say] = useState('');
  const number = (value: number) => formatPlain(value, locale);

  function step(name: MaskStep): void {
    if (mask === undefined) return;
    mask[name]();
    say(`${words[name]}. ${shareText(mask.get().marked, all)}`);
  }

  function onStageKey(event: KeyboardEvent): void {
    const action = stageAction(event);
    // What there is nothing to put away for is the window's.
    if (action === undefined || mask === undefined || (action.do === 'away' && frame.area === undefined)) return;
    event.preventDefault();
    if (action.do === 'zoom') zoom[action.how]();
    else if (action.do === 'size') onWider(action.by);
    else if (action.do === 'nudge') {
      const { x, y, width, height } = frame.nudge(action.nudge, mask, zoom);
      say(words.rectangle({ left: number(x), top: number(y), width: number(width), height: number(height) }));
    } else if (action.do === 'away') {
      frame.putAway();
      say(words.rectangleGone);
    } else if (frame.area !== undefined) {
      mask.area(tool === 'eraser' ? 'unmark' : 'mark', frame.area);
      say(shareText(mask.get().marked, all));
    }
  }

  function onKey(event: KeyboardEvent): void {
    const name = stepAction(event);
    if (name === undefined) return;
    event.preventDefault();
    step(name);
  }
  return { frame, said, step, onStageKey, onKey };
}
