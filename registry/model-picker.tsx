'use client';

import { ModelPicker } from 'bytespike-react';
import { useModelRecommendation, useModels } from 'bytespike-react/react-query';
import 'bytespike-react/styles/base.css';
import 'bytespike-react/styles/model-picker.css';
import { useState } from 'react';

/** Which model draws or films this prompt; `onModel` hears of each choice, "Auto" as what it stands for. */
export function ModelChoice({ kind, prompt, onModel }: { kind: 'image' | 'video'; prompt: string; onModel: (model: string | undefined) => void }) {
  const [choice, setChoice] = useState('auto');
  const models = useModels();
  const recommendation = useModelRecommendation({ kind, prompt });
  const choose = (value: string) => {
    setChoice(value);
    onModel(value === 'auto' ? recommendation.model : value);
  };
  return <ModelPicker kind={kind} models={models} recommendation={recommendation} value={choice} onValueChange={choose} />;
}
