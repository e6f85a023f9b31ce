import { Select as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { cx } from '../cx.ts'
import { CheckIcon, ChevronDownIcon } from '../icons/icons.ts'
import menu from '../overlay/surface.module.css'
import { useFieldWiring, type Naming } from './fieldWiring.ts'
import frame from './frame.module.css'
import css from './Select.module.css'

export interface SelectOption<Value extends string> {
  readonly value: Value
  readonly label: string
  /** A second, fainter text behind the label. */
  readonly detail?: string | undefined
  readonly icon?: ReactNode
  readonly disabled?: boolean | undefined
  /** Options that follow each other with the same group stand under its name. */
  readonly group?: string | undefined
}

export interface SelectProps<Value extends string> extends Naming {
  /** `undefined` shows the placeholder. */
  readonly value: Value | undefined
  readonly options: readonly SelectOption<Value>[]
  readonly onChange: (value: Value) => void
  readonly placeholder?: string | undefined
  /** Faint, before the value: "Target". */
  readonly prefix?: string | undefined
  readonly icon?: ReactNode
  readonly mono?: boolean | undefined
  readonly size?: 'small' | 'medium' | undefined
  readonly disabled?: boolean | undefined
  readonly className?: string | undefined
}

/** One of a known list. For names people may also type, take `Combobox`. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const {
    value,
    options,
    onChange,
    placeholder,
    prefix,
    icon,
    mono,
    size = 'small',
    disabled,
    className,
  } = props
  const wiring = useFieldWiring(props)
  const chosen = options.find((option) => option.value === value)
  return (
    <Radix.Root
      value={value ?? ''}
      disabled={disabled}
      onValueChange={(next) => {
        const option = options.find((candidate) => candidate.value === next)
        if (option !== undefined) onChange(option.value)
      }}
    >
      <Radix.Trigger
        {...wiring.naming}
        {...wiring.look}
        aria-invalid={wiring.isWrong}
        className={cx(frame.frame, css.trigger, className)}
        data-size={size}
      >
        {icon ?? chosen?.icon}
        {prefix !== undefined && <span className={css.prefix}>{prefix}</span>}
        <span
          className={css.value}
          data-mono={mono || undefined}
          data-empty={chosen === undefined || undefined}
        >
          <Radix.Value>{chosen?.label ?? placeholder ?? 'Choose'}</Radix.Value>
        </span>
        <ChevronDownIcon size={14} className={frame.chevron} />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          className={cx(menu.surface, css.list)}
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          align="start"
        >
          <Radix.Viewport className={menu.scroll}>
            {inGroups(options).map((group, index) => (
              <Radix.Group key={group.name ?? index}>
                {group.name !== undefined && <Radix.Label className={menu.heading}>{group.name}</Radix.Label>}
                {group.options.map((option) => (
                  <Radix.Item
                    key={option.value}
                    value={option.value}
                    disabled={option.disabled ?? false}
                    className={menu.item}
                  >
                    <span className={menu.tick}>
                      <Radix.ItemIndicator>
                        <CheckIcon size={14} />
                      </Radix.ItemIndicator>
                    </span>
                    {option.icon}
                    <span className={css.label} data-mono={mono || undefined}>
                      <Radix.ItemText>{option.label}</Radix.ItemText>
                    </span>
                    {option.detail !== undefined && <span className={menu.detail}>{option.detail}</span>}
                  </Radix.Item>
                ))}
              </Radix.Group>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

interface OptionGroup<Value extends string> {
  readonly name: string | undefined
  readonly options: SelectOption<Value>[]
}

function inGroups<Value extends string>(
  options: readonly SelectOption<Value>[],
): readonly OptionGroup<Value>[] {
  const groups: OptionGroup<Value>[] = []
  for (const option of options) {
    const last = groups.at(-1)
    if (last !== undefined && last.name === option.group) last.options.push(option)
    else groups.push({ name: option.group, options: [option] })
  }
  return groups
}
