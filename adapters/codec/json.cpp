// SPDX-License-Identifier: Apache-2.0
// Boost.JSON itself is compiled here, once for the whole program.
#include <boost/json/src.hpp>
