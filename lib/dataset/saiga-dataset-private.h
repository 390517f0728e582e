/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <saiga/saiga-dataset.h>

G_BEGIN_DECLS

void _saiga_dataset_set_progress (SaigaDataset *self,
                                  double progress);

G_END_DECLS
