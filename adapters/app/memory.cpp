// SPDX-License-Identifier: Apache-2.0
#include "adapters/app/memory.hpp"

#ifdef REDRESS_HAS_MIMALLOC
#include <mimalloc.h>
#endif

namespace redress::app {

void give_back_unused_memory() {
#ifdef REDRESS_HAS_MIMALLOC
  mi_collect(true);
#endif
}

}  // namespace redress::app
