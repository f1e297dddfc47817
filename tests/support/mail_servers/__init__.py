# SPDX-License-Identifier: Apache-2.0
"""Real mail servers for tests, Debian's own: each of its own settings, in its own folder, on free ports of this machine, ended with the test."""
