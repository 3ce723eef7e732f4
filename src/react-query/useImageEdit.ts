'use client';

import { createUseImageEdit, type UseImageEdit } from '../react/useImageEdit.js';
import { useCall } from './useCall.js';

export const useImageEdit: UseImageEdit = /* @__PURE__ */ createUseImageEdit(useCall);
