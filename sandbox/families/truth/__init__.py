"""Each county's written rules, restated for a reader who has every record: the truth to compare with."""

from sandbox.families.truth.licang import category_in_licang
from sandbox.families.truth.lixia import category_in_lixia
from sandbox.families.truth.zhifu import category_in_zhifu

__all__ = ["category_in_licang", "category_in_lixia", "category_in_zhifu"]
